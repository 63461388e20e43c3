"""What a reader sees, checked in Chromium, by axe-core, by the Nu HTML checker and by following every link.

A package, so that its fixtures end with it: Playwright's event loop must not run on into other tests of the process.
"""
