@echo off
rem Makes the environment when it is missing, then starts the app: the browser opens with the
rem planner's link. With a folder wheels beside it (the kit) nothing is fetched from the internet.
chcp 65001 >nul
cd /d "%~dp0"
set "PYTHON=.venv\Scripts\python.exe"
if exist "%PYTHON%" goto packages
set "FOUND=py -3"
where py >nul 2>nul || set "FOUND=python"
%FOUND% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto nopython
%FOUND% -m venv .venv
if errorlevel 1 goto failed
:packages
fc /b requirements.lock .venv\installed.lock >nul 2>nul
if not errorlevel 1 goto start
echo กำลังติดตั้ง ครั้งแรกใช้เวลาสักครู่ ...
set "FROM="
if exist wheels set "FROM=--no-index --find-links wheels"
"%PYTHON%" -m pip install --quiet --disable-pip-version-check %FROM% --require-hashes -r requirements.lock
if errorlevel 1 goto failed
copy /y requirements.lock .venv\installed.lock >nul
:start
"%PYTHON%" -m streamlit run dashboard.py
if errorlevel 1 goto failed
exit /b 0
:nopython
echo ต้องมี Python 3.11 ขึ้นไป ติดตั้งจาก https://www.python.org แล้วเปิดใหม่
pause
exit /b 1
:failed
echo ทำไม่สำเร็จ อ่านข้อความด้านบน
pause
exit /b 1
