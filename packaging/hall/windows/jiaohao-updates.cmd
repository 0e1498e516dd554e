@echo off
rem Puts updates for the terminals onto the hall with the Node that lies beside it; every option is passed on.
"%~dp0node\node.exe" "%~dp0hall-server\updates.js" %*
