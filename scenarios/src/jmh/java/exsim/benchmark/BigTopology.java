package exsim.benchmark;

import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import java.nio.file.Path;

/** A generated organization with many Send connectors toward many domains. */
final class BigTopology {
  private static final int SYSTEMS = 100;

  private BigTopology() {}

  /** A scenario whose domains are {@code d0.example} and so on; every third connector forces TLS. */
  static Scenario of(int connectors, int domains) {
    StringBuilder text = new StringBuilder(1 << 20);
    text.append("{\"title\":\"big\",\"onPremises\":[{\"name\":\"contoso\",\"acceptedDomains\":")
        .append("[\"contoso.com\"],\"servers\":[{\"name\":\"EX19\",\"version\":\"2019\",")
        .append("\"fqdn\":\"mail.contoso.com\",\"addresses\":[\"203.0.113.10\"]}],")
        .append("\"sendConnectors\":[");
    for (int c = 0; c < connectors; c++) {
      connector(text, c, domains / connectors);
    }
    text.append("]}],\"mailSystems\":[");
    for (int s = 0; s < SYSTEMS; s++) {
      system(text, s, domains);
    }
    text.append("],\"dns\":{\"records\":[");
    for (int d = 0; d < domains; d++) {
      text.append("\"d").append(d).append(".example. MX 10 mx.s").append(d % SYSTEMS);
      text.append(".example.\",");
    }
    for (int s = 0; s < SYSTEMS; s++) {
      text.append("\"mx.s").append(s).append(".example. A 198.51.100.").append(s + 1).append("\",");
    }
    return scenario(text.append("]}}").toString());
  }

  private static void connector(StringBuilder text, int number, int domains) {
    text.append("{\"Name\":\"C").append(number).append("\",\"AddressSpaces\":[");
    for (int d = number * domains; d < (number + 1) * domains; d++) {
      text.append("\"SMTP:d").append(d).append(".example;1\",");
    }
    text.append(number % 3 == 0 ? "],\"RequireTLS\":true}," : "]},");
  }

  private static void system(StringBuilder text, int number, int domains) {
    text.append("{\"name\":\"s").append(number).append("\",\"domains\":[");
    for (int d = number; d < domains; d += SYSTEMS) {
      text.append("\"d").append(d).append(".example\",");
    }
    text.append("],\"hosts\":[{\"fqdn\":\"mx.s").append(number);
    text.append(".example\",\"addresses\":[\"198.51.100.").append(number + 1).append("\"]}]},");
  }

  private static Scenario scenario(String text) {
    Reading reading = ScenarioReader.parse("big.json", text, Path.of("."));
    return reading
        .scenario()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }
}
