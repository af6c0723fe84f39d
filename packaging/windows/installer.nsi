; The installer for one user: no administrator, no network, nothing closed by force.
; Compiled by main.py, which gives VERSION, NUMBERS, PUBLISHER, COPYRIGHT, TREE, WORK, OUTPUT and KILOBYTES.
; Silent: unionapp-….exe /S [/D=folder]; exit code 0 done, 2 not done and nothing changed.

Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave on
AllowSkipFiles off
CRCCheck on

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define TITLE "工会年度总结"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\unionapp"
!define CLASSES "Software\Classes"
!define KIND "unionapp.ghzj"

Name "${TITLE}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\unionapp"
InstallDirRegKey HKCU "${REMOVAL}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
BrandingText "${TITLE} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${TITLE}安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${WORK}/unionapp.ico"
!define MUI_UNICON "${WORK}/unionapp.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WORK}/side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${WORK}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${TITLE} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "程序只为当前用户安装，不需要管理员，也不使用网络。$\r$\n$\r$\n已经装有旧版本的，直接在原处升级，草稿都会保留。$\r$\n$\r$\n程序按木兰宽松许可证第2版发布，可以自由使用、修改和分发；许可文本随程序安装在 licences 文件夹中。$\r$\n$\r$\n单击“下一步”继续。"
!define MUI_FINISHPAGE_TITLE "已安装"
!define MUI_FINISHPAGE_TEXT "可从开始菜单或桌面打开${TITLE}；双击草稿文件（.ghzj）也会打开它。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\unionapp.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${TITLE}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载${TITLE}。您的草稿和备份不会删除：草稿仍在 $LOCALAPPDATA\unionapp 中，备份仍在“工会年度总结备份”文件夹中。"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs can't be opened for writing: that is how it is known to run.
!macro AskToClose FILE
    ${Do}
        ${IfNot} ${FileExists} "$INSTDIR\${FILE}"
            ${Break}
        ${EndIf}
        ClearErrors
        FileOpen $0 "$INSTDIR\${FILE}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${Break}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TITLE}正在运行。请先关闭它的窗口，再按“重试”；按“取消”则不作任何改动。" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 2
        Quit
    ${Loop}
!macroend

!macro Refuse SENTENCE
    MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
    SetErrorLevel 2
    Quit
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
        !insertmacro Refuse "${TITLE}需要 64 位的 Windows 10 或更新版本，不能装在这台电脑上。"
    ${EndIf}
FunctionEnd

; The new program is unpacked beside the old one, which stays whole until the new one is there.
Section
    !insertmacro AskToClose unionapp.exe
    !insertmacro AskToClose unionapp-cli.exe
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\runtime.new"
    ClearErrors
    !include "${WORK}/files.nsh"
    SetOutPath "$INSTDIR"
    ${If} ${Errors}
        RMDir /r "$INSTDIR\runtime.new"
        !insertmacro Refuse "文件没有写全，请检查磁盘空间和权限后再安装；原来的程序没有改动。"
    ${EndIf}
    RMDir /r "$INSTDIR\runtime.old"
    ${If} ${FileExists} "$INSTDIR\runtime\*.*"
        ClearErrors
        Rename "$INSTDIR\runtime" "$INSTDIR\runtime.old"
        ${If} ${Errors}
            RMDir /r "$INSTDIR\runtime.new"
            !insertmacro Refuse "旧版本的文件正被占用，请关闭${TITLE}后再安装；原来的程序没有改动。"
        ${EndIf}
    ${EndIf}
    Rename "$INSTDIR\runtime.new" "$INSTDIR\runtime"
    RMDir /r "$INSTDIR\runtime.old"
    File "${TREE}/unionapp.exe"
    File "${TREE}/unionapp-cli.exe"
    RMDir /r "$INSTDIR\licences"
    File /r "${TREE}/licences"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    Call Shortcuts
    Call Association
    Call Entry
SectionEnd

; A full disk ends here. What was begun goes; a folder that is stood in would stay.
Function .onInstFailed
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\runtime.new"
    RMDir "$INSTDIR"
FunctionEnd

; An upgrade brings back no shortcut that its user has put away.
Function Shortcuts
    ReadRegStr $0 HKCU "${REMOVAL}" "DisplayVersion"
    SetOutPath "$DOCUMENTS"
    CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\unionapp.exe"
    ${If} $0 == ""
    ${OrIf} ${FileExists} "$DESKTOP\${TITLE}.lnk"
        CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\unionapp.exe"
    ${EndIf}
    SetOutPath "$INSTDIR"
FunctionEnd

Function Association
    WriteRegStr HKCU "${CLASSES}\.ghzj" "" "${KIND}"
    WriteRegStr HKCU "${CLASSES}\${KIND}" "" "${TITLE}草稿"
    WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\unionapp.exe,1"
    WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\unionapp.exe" "%1"'
    ${RefreshShellIcons}
FunctionEnd

Function Entry
    WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${TITLE}"
    WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REMOVAL}" "Publisher" "${PUBLISHER}"
    WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\unionapp.exe"
    WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
    WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
FunctionEnd

; Drafts and backups lie in another folder and are never touched.
Section Uninstall
    !insertmacro AskToClose unionapp.exe
    !insertmacro AskToClose unionapp-cli.exe
    SetOutPath "$TEMP"
    Delete "$INSTDIR\unionapp.exe"
    Delete "$INSTDIR\unionapp-cli.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir /r "$INSTDIR\runtime"
    RMDir /r "$INSTDIR\runtime.new"
    RMDir /r "$INSTDIR\runtime.old"
    RMDir /r "$INSTDIR\licences"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${TITLE}.lnk"
    Delete "$DESKTOP\${TITLE}.lnk"
    ReadRegStr $0 HKCU "${CLASSES}\.ghzj" ""
    ${If} $0 == "${KIND}"
        DeleteRegKey HKCU "${CLASSES}\.ghzj"
    ${EndIf}
    DeleteRegKey HKCU "${CLASSES}\${KIND}"
    DeleteRegKey HKCU "${REMOVAL}"
    ${un.RefreshShellIcons}
SectionEnd
