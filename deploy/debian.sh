#!/bin/sh
# From an empty Debian 12 server to the first alert. Run as root in the checkout, or read it and type it line by line:
#
#   apt-get install -y git && git clone THE-ADDRESS-OF-OUTLAY && cd outlay
#   CHANNELS='desk,operator = mailtos://user:password@smtp.example.org?from=outlay@example.org&to=desk@example.org' \
#   CONTACT=you@example.org sh deploy/debian.sh
#
# Run it again to upgrade: what you set stays, the database is copied first. With ROOT=/some/folder all is put under that
# folder and nothing of the system is touched: no packages, no user, no service.
set -eu
cd "$(dirname "$0")/.."
ROOT="${ROOT:-}"
CODE="$ROOT/opt/outlay"

# 1. What must be there: Python, and make.
[ -n "$ROOT" ] || apt-get install -y --no-install-recommends python3 python3-venv make ca-certificates

# 2. A user of its own, who owns nothing but its folder.
[ -n "$ROOT" ] || id outlay >/dev/null 2>&1 ||
  useradd --system --home-dir /var/lib/outlay --shell /usr/sbin/nologin outlay
if [ -n "$ROOT" ]; then group="$(id -gn)"; else group=outlay; fi

# 3. The code, and what it needs, in /opt/outlay. What you changed in seeds/ stays; what runs is ended first.
[ -n "$ROOT" ] || [ ! -d /run/systemd/system ] || systemctl stop outlay.service 2>/dev/null || true
mkdir -p "$CODE"
tar -c --exclude=./.git --exclude=./.venv --exclude=./seeds . | tar -x --no-same-owner -C "$CODE"
[ -e "$CODE/seeds" ] || cp -R seeds "$CODE/seeds"
make -C "$CODE" setup

# 4. What you set: channels with their secrets, readable by the service alone; everything else in env.
install -d -m 750 -g "$group" "$ROOT/etc/outlay"
[ -e "$ROOT/etc/outlay/channels" ] || {
  install -m 640 -g "$group" /dev/null "$ROOT/etc/outlay/channels"
  printf '%s\n' "${CHANNELS:-}" >"$ROOT/etc/outlay/channels"
}
[ -e "$ROOT/etc/outlay/env" ] || {
  install -m 640 -g "$group" deploy/env.example "$ROOT/etc/outlay/env"
  printf '\nOUTLAY_CONTACT=%s\n' "${CONTACT:-}" >>"$ROOT/etc/outlay/env"
}

# 5. The command `outlay`, which runs as the service does: its user, its settings, its database.
install -d "$ROOT/usr/local/bin"
cat >"$ROOT/usr/local/bin/outlay" <<COMMAND
#!/bin/sh
set -a
. "$ROOT/etc/outlay/env"
OUTLAY_CHANNELS_FILE="$ROOT/etc/outlay/channels"
OUTLAY_HOME="$ROOT/var/lib/outlay"
PREFECT_HOME="$ROOT/var/lib/outlay/prefect"
set +a
cd "$CODE"
[ "\$(id -un)" != root ] || [ -n "$ROOT" ] || exec runuser -u outlay -- "$CODE/.venv/bin/outlay" "\$@"
exec "$CODE/.venv/bin/outlay" "\$@"
COMMAND
chmod 755 "$ROOT/usr/local/bin/outlay"
install -d -m 700 "$ROOT/var/lib/outlay"
[ -n "$ROOT" ] || chown outlay: /var/lib/outlay
outlay="$ROOT/usr/local/bin/outlay"

# 6. On an upgrade: a copy of the database as it is, then today's tables.
[ ! -e "$ROOT/var/lib/outlay/outlay.db" ] || "$outlay" db backup "$ROOT/var/lib/outlay/before-$(date +%F-%H%M%S)"
"$outlay" db upgrade

# 7. Is all well? Then a first pass: it takes the past of each source as known, and alerts what is fresh. A source or channel
# that fails (exit status 1, 2) is told here, and stops nothing: look at it when the services run.
"$outlay" doctor --offline || echo "see above; going on"
"$outlay" run || [ $? -eq 2 ]

# 8. The services.
units="$ROOT/etc/systemd/system"
install -d "$units/outlay.service.d" "$units/outlay-.service.d"
install -m 644 deploy/systemd/*.service deploy/systemd/*.timer "$units"
for each in outlay outlay-; do install -m 644 deploy/systemd/hardening.conf "$units/$each.service.d/hardening.conf"; done
if [ -z "$ROOT" ] && [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable --now outlay.service outlay-backup.timer
  systemctl restart outlay.service
  systemctl --no-pager status outlay.service
fi
echo "done: edit $ROOT/etc/outlay/channels, $ROOT/etc/outlay/env and $CODE/seeds; then systemctl restart outlay"
