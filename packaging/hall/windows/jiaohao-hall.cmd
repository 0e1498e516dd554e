@echo off
rem Starts the hall server with the Node that lies beside it; every option is passed on.
"%~dp0node\node.exe" --max-semi-space-size=4 "%~dp0hall-server\main.js" %*
