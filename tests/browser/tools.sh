#!/bin/sh
# Bring what the browser tests need beside npm's packages: Chromium, and a Java runtime for the Nu checker.
# Where they may not be installed it is said plainly; with CI=true a missing one fails, else those tests are skipped.
set -u

missing() {
    wanted=""
    found=no
    for name in "${CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null 2>&1 && found=yes
    done
    [ "$found" = yes ] || wanted="chromium"
    # macOS has a `java` that only says that there is none
    java -version >/dev/null 2>&1 || wanted="$wanted default-jre-headless"
    echo "$wanted"
}

packages=$(missing)
[ -n "$packages" ] || exit 0

as_root=""
if [ "$(id -u)" != 0 ]; then
    as_root="sudo -n"
    sudo -n true 2>/dev/null || as_root="none"
fi
if [ "$as_root" != none ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing $packages for the browser tests"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $packages </dev/null >/dev/null
    packages=$(missing)
    [ -n "$packages" ] || exit 0
fi

echo "The browser tests need: $packages (the names of Debian's packages)." >&2
echo "Install them (Debian, Ubuntu: apt-get install $packages), or name a Chromium in \$CHROMIUM." >&2
if [ "${CI:-}" = true ]; then
    exit 1
fi
echo "Without them those tests are skipped." >&2
