@echo off
rem Untested: written for Windows without a Windows machine at hand. Builds once; after a change of sources delete
rem releng\org.quittance.repository\target\products or run mvnw.cmd yourself.
setlocal
set "product=%~dp0releng\org.quittance.repository\target\products\quittance-server\linux\gtk\x86_64"
if exist "%product%\bin\quittance.cmd" goto start
echo quittance: building (the first time takes a few minutes and needs the network) 1>&2
pushd "%~dp0"
call mvnw.cmd -B -ntp package -DproductOnly -Dmaven.test.skip=true -Dspotless.check.skip=true 1>&2
set "status=%ERRORLEVEL%"
popd
if not "%status%"=="0" exit /b 70
:start
call "%product%\bin\quittance.cmd" %*
exit /b %ERRORLEVEL%
