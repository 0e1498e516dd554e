#!/bin/sh
# Installs or updates the hall server from this folder, as root. The version before stays beside it and is named at the end.
# DESTDIR, for package builders and tests: everything goes below it and no service is touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}
name=$(basename "$here")
home="$root/opt/$name"
link="$root/opt/jiaohao-hall"
options="$root/etc/jiaohao-hall/options"

if [ -z "$root" ] && [ "$(id -u)" != 0 ]; then
  echo "请用 root 运行：sudo ./install.sh / Run it as root: sudo ./install.sh" >&2
  exit 1
fi
before=$(readlink "$link" 2>/dev/null || true)
mkdir -p "$root/opt" "$root/etc/jiaohao-hall" "$root/etc/systemd/system" "$root/usr/local/bin"
if [ "$here" != "$home" ]; then
  rm -rf "$home.partial"
  cp -R "$here" "$home.partial"
  rm -rf "$home"
  mv "$home.partial" "$home"
fi
if [ ! -e "$options" ]; then
  echo '# Options of the hall server (docs/install.md). Address of this computer for the hall, port, and the configuration of the hall.' > "$options"
  echo 'JIAOHAO_OPTIONS="--host 0.0.0.0 --port 8080 --config /etc/jiaohao-hall/hall.json"' >> "$options"
fi
cp "$home/service/jiaohao-hall.service" "$root/etc/systemd/system/jiaohao-hall.service"
# A rename over the old link: there is always one version that is the current one.
ln -sfn "$name" "$link.new"
mv -T "$link.new" "$link"
# By their names from anywhere, always of the current version. The programs look for theirs beside themselves: a link would mislead them.
for command in jiaohao-updates jiaohao-audit jiaohao-devices; do
  printf '#!/bin/sh\nexec /opt/jiaohao-hall/bin/%s "$@"\n' "$command" > "$root/usr/local/bin/$command"
  chmod 755 "$root/usr/local/bin/$command"
done
if [ -z "$root" ]; then
  systemctl daemon-reload
  systemctl enable jiaohao-hall.service
  if [ -e /etc/jiaohao-hall/hall.json ]; then
    systemctl restart jiaohao-hall.service
  else
    echo "缺少 /etc/jiaohao-hall/hall.json，写好后运行：systemctl start jiaohao-hall"
    echo "Missing /etc/jiaohao-hall/hall.json. Write it, then: systemctl start jiaohao-hall"
  fi
fi
echo "installed $name"
if [ -n "$before" ] && [ "$before" != "$name" ]; then
  echo "the version before is kept; to go back: ln -sfn $before /opt/jiaohao-hall && systemctl restart jiaohao-hall"
fi
