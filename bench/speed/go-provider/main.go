// A provider made with Pulumi's own library for Go, as small as it can be: what a plugin in Go costs to start.
package main

import (
	"context"
	"os"

	"github.com/pulumi/pulumi-go-provider/infer"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
)

type getImage struct{}

type getImageArgs struct {
	Name string `pulumi:"name"`
}

type getImageResult struct {
	Name string `pulumi:"name"`
}

func (getImage) Invoke(
	_ context.Context, request infer.FunctionRequest[getImageArgs],
) (infer.FunctionResponse[getImageResult], error) {
	return infer.FunctionResponse[getImageResult]{Output: getImageResult{Name: request.Input.Name}}, nil
}

func main() {
	provider, err := infer.NewProviderBuilder().
		WithFunctions(infer.Function(getImage{})).
		WithModuleMap(map[tokens.ModuleName]tokens.ModuleName{"main": "index"}).
		Build()
	if err == nil {
		err = provider.Run(context.Background(), "compshare", "0.1.0")
	}
	if err != nil {
		_, _ = os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
}
