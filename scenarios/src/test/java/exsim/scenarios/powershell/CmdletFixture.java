package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Pointer;
import exsim.scenarios.json.Spot;
import java.util.List;

/** A document on which tests type cmdlets. */
abstract class CmdletFixture {
  static final Spot AT = new Spot("s.json", 9, 7, "/timeline/0/run");
  static final String ORG = "/onPremises/0/";
  static final String SEND = ORG + "sendConnectors/0/";
  static final String TENANT = "/exchangeOnline/0/";

  final Findings findings = Findings.of("s.json");
  Located.Obj document =
      (Located.Obj)
          JsonReader.read(
                  "s.json",
                  """
                  { "onPremises": [ { "name": "contoso", "acceptedDomains": [ "contoso.com" ],
                      "sendConnectors": [
                        { "Name": "Internet", "AddressSpaces": ["SMTP:*;1", "SMTP:a.example;5"],
                          "TlsCertificateName": "<I>CN=Public CA<S>CN=old" } ],
                      "servers": [
                        { "name": "EX1", "version": "2019", "site": "Berlin", "certificates": ["old", "new"],
                          "receiveConnectors": [
                            { "Name": "Default", "AuthMechanism": "Tls" },
                            { "Name": "Relay", "AuthMechanism": "Tls" } ] },
                        { "name": "EX2", "version": "2019",
                          "receiveConnectors": [ { "Name": "Relay", "AuthMechanism": "Tls" } ] },
                        { "name": "EDGE", "version": "2019", "role": ["EdgeTransport"] }
                      ] } ],
                    "exchangeOnline": [ { "name": "contoso.onmicrosoft.com",
                      "mailboxes": [ "a@contoso.com" ],
                      "outboundConnectors": [ { "Name": "Out", "SmartHosts": ["h.example"] } ] } ],
                    "certificates": {
                      "old": { "subject": "CN=old" },
                      "new": { "subject": "CN=new" } } }
                  """,
                  findings.problems())
              .orElseThrow();

  void run(String commandLine) {
    runOn("", commandLine);
  }

  void runOn(String on, String commandLine) {
    document = Cmdlets.apply(document, on, commandLine, AT, findings);
    assertEquals(List.of(), problems(), commandLine);
  }

  List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  String at(String pointer) {
    return Pointer.parse(pointer)
        .orElseThrow()
        .in(document)
        .map(CmdletFixture::shown)
        .orElse("missing");
  }

  private static String shown(Located value) {
    if (value instanceof Located.Arr array) {
      return array.items().stream().map(CmdletFixture::shown).toList().toString();
    }
    if (value instanceof Located.Obj object) {
      return object.members().stream()
          .map(m -> m.name() + "=" + shown(m.value()))
          .toList()
          .toString();
    }
    if (value instanceof Located.Text text) {
      return text.text();
    }
    if (value instanceof Located.Bool bool) {
      return String.valueOf(bool.value());
    }
    return value instanceof Located.Num num ? num.number().toPlainString() : "null";
  }
}
