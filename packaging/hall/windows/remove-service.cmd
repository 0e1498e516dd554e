@echo off
rem Takes the service away. The hall's data stays.
net session >nul 2>&1 || (echo Run this as administrator. & exit /b 1)
"%~dp0service\jiaohao-hall.exe" stop
"%~dp0service\jiaohao-hall.exe" uninstall
