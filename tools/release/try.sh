#!/usr/bin/env bash
# Installs the plugin on this machine and previews a stack with it, which a catalogue file answers: no account and no
# Node.js. `try.sh CATALOGUE VERSION WORDS...`, where the words are for `pulumi plugin install`: --file ARCHIVE, or
# --server URL. It needs pulumi and bash, which GitHub's runners have on every system.
set -euo pipefail

catalogue=$1 version=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work" || true' EXIT
cp "$catalogue" "$work/catalogue.json"
words=()
for word in "$@"; do
  # A file is named from where we were called; pulumi.exe knows no paths of Git's bash.
  if [ -f "$word" ]; then word=$(cd "$(dirname "$word")" && (pwd -W 2>/dev/null || pwd))/$(basename "$word"); fi
  words+=("$word")
done
cd "$work"
cat >Pulumi.yaml <<EOF
name: try
runtime: yaml
variables:
  image:
    fn::invoke:
      function: compshare:getCompShareImages
      options:
        version: $version
outputs:
  images: \${image.totalCount}
EOF
PULUMI_HOME=$(pwd -W 2>/dev/null || pwd)/home
mkdir state
export PULUMI_HOME PULUMI_BACKEND_URL=file://./state PULUMI_CONFIG_PASSPHRASE=try PULUMI_SKIP_UPDATE_CHECK=true
export PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true COMPSHARE_CATALOG_FILE=catalogue.json

pulumi plugin install resource compshare "$version" "${words[@]}"
pulumi stack init dev --non-interactive
pulumi preview --non-interactive --color never | tee preview.txt
grep -q 'images: [1-9]' preview.txt
if grep -q 'is expected to have version' preview.txt; then exit 1; fi
plugin=home/plugins/resource-compshare-v$version
if [ -e "$plugin/compshare-images.cmd" ]; then command=compshare-images.cmd; else command=compshare-images; fi
[ "$("$plugin/$command" --version | tr -d '\r')" = "$version" ]
echo "compshare $version works on $(uname -sm)"
