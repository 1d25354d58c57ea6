package main

import (
	"github.com/owner_not_set/pulumi-compshare/sdk/go/compshare"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// All images with both tags, newest first; tags are case-insensitive.
		learning := compshare.GetCompShareImagesOutput(ctx, compshare.GetCompShareImagesOutputArgs{
			Tags: pulumi.ToStringArray([]string{"深度学习", "PyTorch"}),
		})

		// The newest image with at least one of these tags.
		serving := compshare.GetCompShareImageOutput(ctx, compshare.GetCompShareImageOutputArgs{
			TagsAny:    pulumi.ToStringArray([]string{"推理框架", "vLLM"}),
			MostRecent: pulumi.Bool(true),
		})

		ctx.Export("learning", pulumi.Map{
			"id":    learning.Ids(),
			"name":  learning.Names(),
			"asked": learning.Selection().AppliedFilters(),
		})
		ctx.Export("serving", pulumi.Map{
			"id":    serving.Id(),
			"name":  serving.Name(),
			"asked": serving.Selection().AppliedFilters(),
		})
		return nil
	})
}
