import Containers
import TaskSequence
import TestSupport
import Testing

@testable import StepCatalog

@Suite("Secrets inside commands, parameters and scripts")
struct SecretTextTests {
  /// What holds secrets; each begins with `Zq` and nothing else does.
  private static let hidden = [
    "tsenv.exe \"SvcPassword=Zq-1\"", "tsenv.exe \"SvcPassword=Zq 1 Zq;2\"",
    "net use Z: \\\\files.example\\os /user:field\\reader Zq-1",
    "net use \\\\files.example\\os Zq-1 /user:field\\reader /persistent:no",
    "cmd /c C:\\Windows\\System32\\net.exe use * \\\\s\\d \"Zq 1\" /USER:x && dir",
    "net user Administrator Zq-1 /add", "cmd.exe /c \"net use Z: \\\\s\\d Zq-1\"",
    "setup.exe /password:Zq-1 /quiet", "setup.exe /Password=Zq-1", "setup.exe --token=Zq-1",
    "setup.exe --api-key Zq-1 -v", "setup.exe /pwd \"Zq 1\" /q", "setup.exe -ClientSecret 'Zq 1'",
    "-UserName 'svc' -Password 'Zq-1'", "-Password \"Zq \"\"quoted\"\" Zq\" -Force",
    "schtasks /create /ru svc /rp Zq-1 /tr x", "psexec \\\\pc -u svc -p Zq-1 cmd",
    "cscript slmgr.vbs /ipk ZqABC-12345", "msiexec /i a.msi ADMINPASSWORD=\"Zq 1\" /qn",
    "msiexec /i a.msi SERVERKEY=1 WIFIPSK=Zq-1", "sc config svc password= \"Zq-1\"",
    "reg add HKLM\\S /v DefaultPassword /t REG_SZ /d Zq-1 /f", "setx API_TOKEN Zq-1 /m",
    "set PASSWORD=Zq 1 Zq & dir", "netdom join x /ud:a /pd:Zq-1",
    "cmdkey /add:s /user:u /pass:Zq-1",
    "curl -u svc:Zq-1 https://api.example", "curl -H \"Authorization: Bearer Zq1234567890\" x",
    "git clone https://svc:Zq-1@git.example/x", "azcopy https://b.example/c?sv=1&sastoken=Zq-1",
    "$password = 'Zq 1'", "$script:ApiKey = \"Zq-1\"", "$env:STORAGE_KEY=\"Zq-1\"",
    "$tsenv.Value('OSDJoinPassword') = \"Zq-1\"",
    "ConvertTo-SecureString 'Zq-1' -AsPlainText -Force",
    "ConvertTo-SecureString -AsPlainText -Force -String \"Zq 1\"",
    "New-Object System.Management.Automation.PSCredential('svc', 'Zq-1')",
    "[System.Net.NetworkCredential]::new(\"svc\", \"Zq-1\")",
    "Set-ItemProperty -Path HKLM:\\S -Name DefaultPassword -Value 'Zq-1'",
    "{ \"password\": \"Zq-1\", \"user\": \"a\" }", "Server=s;User Id=u;Password=Zq-1;",
    "setup.exe PASSWORD=\\\"Zq 1\\\" /q", "-Token \"Zq=:1\"", "/password:$Zq!1",
    "7z.exe x a.7z -pZq!1 -oC:\\t", "C:\\Tools\\7za.exe x a.7z -p\"Zq 1\" -y",
    "unrar x -hpZq-1 a.rar",
    "mysql -uroot -pZq-1", "zip -P Zq-1 a.zip b", "sqlcmd -S s -P Zq-1 -i a.sql",
    "ssh-keygen -N Zq-1 -f key", "HPQPswd.exe /s /f\"c:\\p.bin\" /p\"Zq 1\"", "setup.exe /cpw Zq-1",
    "Autologon.exe svc EXAMPLE Zq-1 /accepteula", "rasdial Office svc Zq-1",
    "azcopy copy \"https://b.example/c?sv=1&sig=Zq-1%3D\" D:\\", "-Password $Zq!1 -Force",
    "Größe /kennwort:Zq-ß1",
  ]

  @Test(arguments: hidden) func isCovered(_ text: String) {
    let shown = SecretText.covered(text)
    #expect(shown.contains(Secrets.mask) && !shown.contains("Zq"), "\(shown)")
    // Nothing else is.
    let words = text.split(separator: " ").first.map(String.init) ?? ""
    #expect(words.contains("Zq") || shown.hasPrefix(words), "\(shown)")
    #expect(SecretText.covered(shown) == shown, "\(shown)")
  }

  private static let open = [
    "cmd.exe /c copy a b", "setup.exe /quiet /norestart", "net use Z: /delete", "net use",
    "net use Z: \\\\files\\os /user:reader",
    "net use Z: %DeployRoot% %UserPassword% /user:%UserID%",
    "-Password $password", "-Password %SvcPassword% -Force", "-Password $creds.Password -Force",
    "-Credential (Get-Credential)", "$password = Read-Host 'which'", "-Key 'HKLM:\\SOFTWARE\\A'",
    "setup.exe /password /quiet", "if ($pw -eq $null) { }", "if ($password == 1) { }",
    "reg add HKLM\\A /v Name /d x", "SkipAdminPassword=YES", "PasswordNeverExpires=true",
    "Set-ItemProperty -Name Start -Value 4", "https://server.example/path?x=1",
    "KeyboardLocale=de-DE", "7z.exe x a.7z -oC:\\t -y", "mysql --port=3306 -u root",
    "Autologon.exe /accepteula", "rasdial Office /disconnect", "setup.exe /design=Zq",
    "dism /image:C:\\ /add-driver", "robocopy a b /e /r:1 /w:1", "%token%", "", "pin",
    "/hiddenflag:True",
  ]

  @Test(arguments: open) func isOpen(_ text: String) {
    #expect(SecretText.covered(text) == text)
  }

  /// Any bytes are taken apart; a cover leaves the rest as it is.
  @Test(arguments: Seeded.seeds(200)) func anyText(_ seed: UInt64) {
    var random = Seeded(seed)
    let pieces = [
      "password", "=", ":", " ", "\"", "'", "-", "/", "net", "use", "x", "\\", "$", "(", "%", "ß",
      "\n", "token", "://", "@", "set", "`", "curl", "-u", "Bearer",
    ]
    let text = (0..<random.pick([3, 9, 30])).map { _ in random.pick(pieces) }.joined()
    let places = SecretText.places(in: text)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(places.allSatisfy { $0.upperBound <= text.utf8.count && !$0.isEmpty })
    for secret in SecretText.secrets(in: text) { #expect(text.contains(secret), "\(text)") }
  }

  /// In real files little is covered that is none; what is, is looked at here.
  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)")) func realFiles() {
    var covered = 0
    var texts = 0
    for (_, bytes) in Corpus.files(upTo: 400_000) {
      guard let document = try? SequenceDocument(loading: bytes) else { continue }
      document.forEachText { place in
        texts += 1
        if place.shownText() != place.text { covered += 1 }
      }
    }
    #expect(texts > 10_000 && covered * 100 < texts, "\(covered) of \(texts)")
  }
}
