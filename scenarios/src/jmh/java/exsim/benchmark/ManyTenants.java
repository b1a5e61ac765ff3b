package exsim.benchmark;

import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import java.nio.file.Path;

/** A generated Exchange Online; every tenant has a certificate, and a gateway with all others. */
final class ManyTenants {
  /** The address that every tenant's gateway connector covers. */
  private static final String GATEWAY = "203.0.113.9";

  private ManyTenants() {}

  /** The text of a scenario with so many tenants, and accepted domains for each. */
  static String text(int tenants, int domains) {
    StringBuilder text = new StringBuilder(1 << 23);
    text.append("{\"title\":\"tenants\",\"exchangeOnline\":[");
    for (int t = 0; t < tenants; t++) {
      tenant(text, t, domains);
    }
    text.append("],\"certificates\":{\"own\":{\"subject\":\"CN=mx.t")
        .append(tenants / 2)
        .append("-0.example\"}},\"devices\":[");
    device(text, "stranger", "198.51.100.1", "");
    device(text, "certified", "198.51.100.2", ",\"certificate\":\"own\"");
    device(text, "gateway", GATEWAY, "");
    return text.append("]}").toString();
  }

  private static void tenant(StringBuilder text, int number, int domains) {
    text.append("{\"name\":\"t").append(number).append(".onmicrosoft.com\",\"acceptedDomains\":[");
    // the initial domain is one of them
    for (int d = 0; d < domains - 1; d++) {
      text.append("\"").append(domain(number, d)).append("\",");
    }
    text.append("],\"inboundConnectors\":[")
        .append("{\"Name\":\"Certificate\",\"ConnectorType\":\"OnPremises\",\"RequireTls\":true,")
        .append("\"SenderDomains\":[\"smtp:*;1\"],\"TlsSenderCertificateName\":\"*.")
        .append(domain(number, 0))
        .append("\"},{\"Name\":\"Gateway\",\"ConnectorType\":\"OnPremises\",\"RequireTls\":false,")
        .append("\"SenderDomains\":[\"smtp:*;1\"],\"SenderIPAddresses\":[\"203.0.113.0/24\"]},")
        .append("{\"Name\":\"Partner\",\"ConnectorType\":\"Partner\",\"RequireTls\":true,")
        .append("\"SenderDomains\":[\"smtp:bank.example;1\"]}]},\n");
  }

  private static void device(StringBuilder text, String name, String address, String more) {
    text.append("{\"name\":\"").append(name).append("\",\"address\":\"").append(address);
    text.append("\",\"smtpHost\":\"t0-0-example.mail.protection.outlook.com\"");
    text.append(more).append("},");
  }

  /** An accepted domain of a tenant. */
  static String domain(int tenant, int number) {
    return "t" + tenant + "-" + number + ".example";
  }

  /** A scenario from its text. */
  static Scenario read(String text) {
    Reading reading = ScenarioReader.parse("tenants.json", text, Path.of("."));
    return reading
        .scenario()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }
}
