/* Starts the program with the Python that lies beside it, in this same process.

   Built twice: unionapp.exe (WINDOW defined, no console) runs the module `start`,
   unionapp-cli.exe runs `ui.command_line`. Python is told to use UTF-8 everywhere and to
   heed neither the environment nor a Python of the user's own. */
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#ifdef WINDOW
#define MODULE L"start"
#else
#define MODULE L"ui.command_line"
#endif

#define PATH_LENGTH 32768 /* the longest path that Windows knows */
#define PYTHON L"\\runtime\\python311.dll"

typedef int (*PythonMain)(int, wchar_t **);

static const wchar_t BROKEN[] =
    L"工会年度总结的程序文件不完整，无法启动。请重新安装；已有的草稿不受影响。";

static int refuse(void) {
#ifdef WINDOW
    MessageBoxW(NULL, BROKEN, L"工会年度总结", MB_OK | MB_ICONERROR);
#else
    DWORD written;
    WriteConsoleW(GetStdHandle(STD_ERROR_HANDLE), BROKEN, (DWORD)wcslen(BROKEN), &written, NULL);
#endif
    return 2;
}

static PythonMain python_main(void) {
    static wchar_t path[PATH_LENGTH];
    DWORD length = GetModuleFileNameW(NULL, path, PATH_LENGTH);
    if (length == 0 || length + wcslen(PYTHON) >= PATH_LENGTH) return NULL;
    wcscpy(wcsrchr(path, L'\\'), PYTHON);
    /* No library is taken from the folder that the user happens to stand in. */
    SetDllDirectoryW(L"");
    HMODULE python = LoadLibraryExW(
        path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    return python ? (PythonMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

int wmain(int count, wchar_t **given) {
    wchar_t *first[] = {given[0], L"-I", L"-X", L"utf8", L"-m", MODULE};
    const int own = sizeof first / sizeof *first;
    PythonMain run = python_main();
#ifdef WINDOW
    /* The window of an earlier start may come to the front when this one hands it a file. */
    AllowSetForegroundWindow(ASFW_ANY);
#endif
    wchar_t **all = calloc((size_t)(own + count), sizeof *all);
    if (!run || !all) return refuse();
    memcpy(all, first, sizeof first);
    for (int index = 1; index < count; index++) all[own + index - 1] = given[index];
    return run(own + count - 1, all);
}
