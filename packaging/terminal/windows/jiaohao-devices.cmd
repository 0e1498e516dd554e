@echo off
rem What an installer asks of ports and devices (docs\wiring.md), with the Node that lies beside it; every option is passed on.
"%~dp0node\node.exe" "%~dp0app\kiosk-app\devices-tool\main.js" %*
