@echo off
rem Untested: written for Windows without a Windows machine at hand. The counterpart of bin/quittance.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%f in ("%home%\plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%f"
"%java%" -Xmx512m -XX:+UseSerialGC -Dfile.encoding=UTF-8 ^
  -Djava.util.logging.config.file="%home%\configuration\logging.properties" ^
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dosgi.configuration.area.readOnly=true %QUITTANCE_JAVA_OPTS% ^
  -jar "%launcher%" -nosplash -install "%home%" -configuration "%home%\configuration" %*
exit /b %ERRORLEVEL%
