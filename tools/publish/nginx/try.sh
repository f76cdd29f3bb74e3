#!/usr/bin/env bash
# Serves dist/ by nginx as vitrine.conf says, without root: tools/publish/nginx/try.sh [FOLDER] [PORT]; Ctrl-C ends it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath "${1:-dist}")
port=${2:-8080}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sed -e "s|listen 8080|listen 127.0.0.1:$port|" -e "s|/var/www/vitrine|$folder|" "$here/vitrine.conf" > "$scratch/vitrine.conf"
cat > "$scratch/nginx.conf" <<END
daemon off;
pid $scratch/nginx.pid;
error_log stderr warn;
events {}
http {
    access_log off;
    client_body_temp_path $scratch/body;
    proxy_temp_path $scratch/proxy;
    fastcgi_temp_path $scratch/fastcgi;
    uwsgi_temp_path $scratch/uwsgi;
    scgi_temp_path $scratch/scgi;
    include $scratch/vitrine.conf;
}
END
nginx -p "$scratch" -c "$scratch/nginx.conf"
