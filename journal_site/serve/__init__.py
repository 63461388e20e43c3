"""The preview: pages rendered on request from memory, reloaded in the browser as their texts change."""
