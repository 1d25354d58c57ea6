/** What runs an arm64 executable of Linux on another processor: Debian's qemu-user-static with libstdc++6-arm64-cross. */
export const emulator = ["qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"] as const;
