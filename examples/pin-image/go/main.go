package main

import (
	"github.com/owner_not_set/pulumi-compshare/sdk/go/compshare"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// Looked up when it is created. From then on a newer image moves nothing: it shows as NewerAvailable after a refresh.
		base, err := compshare.NewImagePin(ctx, "base", &compshare.ImagePinArgs{
			NameContains: pulumi.String("cuda13"),
			MostRecent:   pulumi.Bool(true),
		})
		if err != nil {
			return err
		}
		ctx.Export("training", pulumi.Map{"id": base.ImageId, "name": base.Name})
		ctx.Export("newerAvailable", base.NewerAvailable)
		return nil
	})
}
