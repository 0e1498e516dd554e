@echo off
rem Starts the terminal: the launcher, which starts the newest version that is well. First argument: the terminal's folder.
set "data=%~1"
if "%data%"=="" set "data=%ProgramData%\Jiaohao\terminal"
"%~dp0node\node.exe" "%~dp0launcher\launcher.js" --root "%data%\updates" --factory "%~dp0app" --release-key "%~dp0release-key.pem" -- --config "%data%\terminal.json"
