@echo off
rem Registers the hall server as a service that starts with Windows. Run as administrator, after hall.json is in place.
net session >nul 2>&1 || (echo Run this as administrator. & exit /b 1)
if not exist "%ProgramData%\Jiaohao\hall.json" (echo Missing: %ProgramData%\Jiaohao\hall.json & exit /b 1)
if not exist "%ProgramData%\Jiaohao\logs" mkdir "%ProgramData%\Jiaohao\logs"
rem Only administrators, the system and the service's own account may look into the hall's data. Groups by their SIDs: names are translated.
icacls "%ProgramData%\Jiaohao" /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-19:(OI)(CI)F >nul || exit /b 1
"%~dp0service\jiaohao-hall.exe" install || exit /b 1
rem LocalService instead of the system account: the least that can listen on a port and write that folder.
sc config JiaohaoHall obj= "NT AUTHORITY\LocalService" || exit /b 1
"%~dp0service\jiaohao-hall.exe" start
