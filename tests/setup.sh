#!/usr/bin/env bash
# What the tests need of the machine: Chromium, Chinese fonts, Node.js; nginx, rsync, wrk, and on CI an ssh server, Caddy and Apache. Debian's packages, only where missing.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ -e /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc ] || missing+=(fonts-noto-cjk)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
{ command -v nginx || [ -x /usr/sbin/nginx ]; } >/dev/null || missing+=(nginx-light)
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing+=(libnginx-mod-http-brotli-static)
command -v rsync >/dev/null || missing+=(rsync)
command -v wrk >/dev/null || missing+=(wrk)
# installing them starts them, which nobody wants on his own machine
[ "${CI:-}" != true ] || [ -x /usr/sbin/sshd ] || missing+=(openssh-server)
[ "${CI:-}" != true ] || command -v caddy >/dev/null || missing+=(caddy)
[ "${CI:-}" != true ] || [ -x /usr/sbin/apache2 ] || missing+=(apache2-bin)
[ ${#missing[@]} -eq 0 ] && exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null; then
  echo "测试还需要：${missing[*]}。这台机器没有 apt-get，请用系统自己的方式安装后再运行 make test。"
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "测试还需要：${missing[*]}。请以 root 身份运行：apt-get update && $install"
  exit 1
fi
echo "正在安装测试所需的 Debian 软件包：${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
$install -qq
