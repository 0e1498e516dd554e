@echo off
rem Starts the terminal: the launcher, which starts the newest version that is well. First argument: the terminal's folder; without it one that only this user (and administrators) can read.
set "data=%~1"
if "%data%"=="" set "data=%LOCALAPPDATA%\Jiaohao\terminal"
set "key=%data%\release-key.pem"
if not exist "%key%" set "key=%~dp0release-key.pem"
"%~dp0node\node.exe" "%~dp0launcher\launcher.js" --root "%data%\updates" --factory "%~dp0app" --release-key "%key%" -- --config "%data%\terminal.json"
