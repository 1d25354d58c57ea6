package main

import (
	"github.com/owner_not_set/pulumi-compshare/sdk/go/compshare"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// The one image with exactly this name. None or several is an error.
		training := compshare.GetCompShareImageOutput(ctx, compshare.GetCompShareImageOutputArgs{
			Name: pulumi.String("cuda128_torch291_py312"),
		})

		// The newest of all images whose name contains this.
		inference := compshare.GetCompShareImageOutput(ctx, compshare.GetCompShareImageOutputArgs{
			NameContains: pulumi.String("vLLM"),
			MostRecent:   pulumi.Bool(true),
		})

		ctx.Export("training", pulumi.Map{
			"id":    training.Id(),
			"name":  training.Name(),
			"asked": training.Selection().AppliedFilters(),
		})
		ctx.Export("inference", pulumi.Map{
			"id":    inference.Id(),
			"name":  inference.Name(),
			"asked": inference.Selection().AppliedFilters(),
		})
		return nil
	})
}
