@echo off
rem Starts exsim on Windows; the file `exsim` beside this one does the same elsewhere. From a checkout
rem it builds first when there is no build or the sources are newer, on a copy of the sources. Beside
rem an exsim-*.jar, as in the zip, it never builds.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
for %%R in ("%HERE%\..") do set "ROOT=%%~fR"
set "SHARED=-Xshare:auto"
set "FLAGS=-Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseG1GC -XX:-UsePerfData"

call :find_java
if errorlevel 1 exit /b 70
call :find_jar
if errorlevel 1 exit /b 70

rem An archive of loaded classes halves the time to start. One that cannot be made leaves an empty
rem file, so that it is tried once only.
set "ARCHIVE=%CACHE%\%KEY%.jsa"
if not exist "%CACHE%\" goto run
if not exist "%ARCHIVE%" call :make_archive
for %%A in ("%ARCHIVE%") do if %%~zA0 GTR 0 set "SHARED=-XX:SharedArchiveFile=%ARCHIVE%"

:run
"%JAVA%" "%SHARED%" %FLAGS% %EXSIM_JAVA_OPTIONS% -cp "%JAR%" exsim.scenarios.cli.Main %*
exit /b %ERRORLEVEL%

:find_java
if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA="
  for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
)
if not defined JAVA (
  echo exsim: there is no java on the PATH; exsim needs Java 17 or later>&2
  exit /b 1
)
if not exist "%JAVA%" (
  echo exsim: there is no "%JAVA%"; see JAVA_HOME>&2
  exit /b 1
)
for %%J in ("%JAVA%\..\..") do set "JDK=%%~fJ"
set "VERSION="
if exist "%JDK%\release" (
  for /f "tokens=2 delims==" %%V in ('findstr /b /c:"JAVA_VERSION=" "%JDK%\release"') do set "VERSION=%%~V"
)
set "MAJOR=17"
if defined VERSION for /f "tokens=1 delims=.-+" %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% LSS 17 (
  echo exsim: exsim needs Java 17 or later, and "%JAVA%" is Java %VERSION%>&2
  exit /b 1
)
set "KEY=%JDK%-%VERSION%"
set "KEY=%KEY:\=-%"
set "KEY=java-%KEY::=%"
exit /b 0

:find_jar
set "JAR="
for %%J in ("%HERE%\exsim-*.jar") do set "JAR=%%~fJ"
if defined JAR (
  set "CACHE=%HERE%\.exsim"
  if not exist "%HERE%\.exsim\" mkdir "%HERE%\.exsim" 2>nul
  exit /b 0
)
if not exist "%ROOT%\model\pom.xml" (
  echo exsim: there is neither a jar nor a checkout around "%HERE%">&2
  exit /b 1
)
set "BUILDS=%HERE%\.exsim"
set "CURRENT=none"
if exist "%BUILDS%\current" set /p CURRENT=<"%BUILDS%\current"
call :is_stale
if defined STALE call :build
if errorlevel 1 exit /b 1
set "CACHE=%BUILDS%\%CURRENT%"
set "JAR=%CACHE%\exsim.jar"
exit /b 0

rem Sets STALE when a source is newer than its copy that the current build was made of.
:is_stale
set "STALE="
set "COPY=%BUILDS%\%CURRENT%\src"
if not exist "%BUILDS%\%CURRENT%\exsim.jar" (
  set "STALE=1"
  exit /b 0
)
call :compare "%ROOT%\pom.xml" "%COPY%\"
for %%M in (model simulator scenarios) do (
  call :compare "%ROOT%\%%M\pom.xml" "%COPY%\%%M\"
  call :compare "%ROOT%\%%M\src\main" "%COPY%\%%M\src\main\"
)
exit /b 0

rem With /l xcopy only lists what it would copy; its last line counts, and begins with 0 for nothing.
:compare
for /f "tokens=1" %%N in ('xcopy %1 %2 /d /e /i /l /y 2^>nul') do if not "%%N"=="0" set "STALE=1"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo exsim: exsim is not built yet, and there is no mvn on the PATH>&2
  exit /b 1
)
echo exsim: building, once; this takes a minute or less>&2
set "CURRENT=build%RANDOM%%RANDOM%"
set "WORK=%BUILDS%\%CURRENT%"
mkdir "%WORK%\src" || exit /b 1
xcopy "%ROOT%\pom.xml" "%WORK%\src\" /y /q >nul || exit /b 1
xcopy "%ROOT%\.mvn" "%WORK%\src\.mvn\" /e /i /h /y /q >nul || exit /b 1
for %%M in (model simulator scenarios) do (
  xcopy "%ROOT%\%%M\pom.xml" "%WORK%\src\%%M\" /y /q >nul || exit /b 1
  xcopy "%ROOT%\%%M\src\main" "%WORK%\src\%%M\src\main\" /e /i /y /q >nul || exit /b 1
)
rem The build runs the library to write down which rules it reaches.
if exist "%HERE%\library\" xcopy "%HERE%\library" "%WORK%\src\scenarios\library\" /e /i /y /q >nul || exit /b 1
pushd "%WORK%\src"
call mvn -q -B -Dstyle.color=never -DskipTests -Dassembly.skipAssembly=true package >"%WORK%\log" 2>&1
if errorlevel 1 (
  popd
  type "%WORK%\log" >&2
  echo exsim: the build failed; its log is above>&2
  rmdir /s /q "%WORK%"
  exit /b 1
)
popd
del "%WORK%\src\scenarios\target\exsim-scenarios-*.jar" 2>nul
for %%J in ("%WORK%\src\scenarios\target\exsim-*.jar") do copy /y "%%~fJ" "%WORK%\exsim.jar" >nul
if not exist "%WORK%\exsim.jar" exit /b 1
for %%M in (model simulator scenarios) do rmdir /s /q "%WORK%\src\%%M\target" 2>nul
>"%BUILDS%\current.%CURRENT%" echo %CURRENT%
move /y "%BUILDS%\current.%CURRENT%" "%BUILDS%\current" >nul
exit /b 0

:make_archive
set "PART=%ARCHIVE%.%RANDOM%"
"%JAVA%" "-XX:ArchiveClassesAtExit=%PART%" %FLAGS% -cp "%JAR%" exsim.scenarios.cli.Training >nul 2>nul
if errorlevel 1 type nul >"%PART%"
move /y "%PART%" "%ARCHIVE%" >nul 2>nul
exit /b 0
