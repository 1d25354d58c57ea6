package main

import (
	"context"
	"fmt"
	"log"

	"github.com/owner_not_set/pulumi-compshare/sdk/go/compshare"
	"github.com/pulumi/pulumi/sdk/v3/go/auto"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func program(ctx *pulumi.Context) error {
	image := compshare.GetCompShareImageOutput(ctx, compshare.GetCompShareImageOutputArgs{
		Name: pulumi.String("cuda128_torch291_py312"),
	})
	ctx.Export("imageId", image.Id())
	return nil
}

func main() {
	ctx := context.Background()
	stack, err := auto.UpsertStackInlineSource(ctx, "dev", "automation", program)
	if err != nil {
		log.Fatal(err)
	}
	result, err := stack.Up(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Outputs["imageId"].Value)
}
