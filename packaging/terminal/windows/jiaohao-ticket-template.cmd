@echo off
rem Edits the ticket's template of a terminal, until Ctrl-C; prints the page's address. First argument: the terminal's folder, as for jiaohao-terminal.cmd.
set "data=%~1"
if "%data%"=="" set "data=%LOCALAPPDATA%\Jiaohao\terminal"
"%~dp0node\node.exe" "%~dp0app\kiosk-app\template-editor\main.js" --config "%data%\terminal.json"
