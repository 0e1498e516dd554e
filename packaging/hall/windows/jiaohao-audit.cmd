@echo off
rem Proves the journal of a hall with the Node that lies beside it; every option is passed on.
"%~dp0node\node.exe" "%~dp0hall-server\audit.js" %*
