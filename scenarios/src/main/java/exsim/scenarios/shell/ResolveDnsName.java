package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.scenarios.powershell.CommandLine;
import exsim.simulator.dns.Answer;
import exsim.simulator.dns.Resolver;
import java.util.ArrayList;
import java.util.List;

/** {@code Resolve-DnsName}: what the scenario's DNS answers. */
final class ResolveDnsName implements Shell.Tool {
  private final Workbench bench;
  private final Prompt prompt;

  ResolveDnsName(Workbench bench, Prompt prompt) {
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("Resolve-DnsName", "nslookup");
  }

  @Override
  public String summary() {
    return "ask the DNS: Resolve-DnsName contoso.com -Type MX; A, AAAA, MX and TLSA";
  }

  @Override
  public void run(CommandLine.Call call) {
    Arguments arguments = new Arguments(call, "Name", "Type", "Server");
    String typed = arguments.required("Name");
    String type = Ascii.toUpperCase(arguments.text("Type").orElse("A"));
    Resolver resolver = bench.simulation().resolver(bench.now());
    List<String[]> rows = new ArrayList<>();
    Answer.Status status =
        switch (type) {
          case "MX" -> mx(resolver, DomainName.parse(typed), rows);
          case "A", "AAAA", "A_AAAA" -> addresses(resolver, DomainName.parse(typed), type, rows);
          case "TLSA" -> tlsa(resolver, typed, rows);
          default ->
              throw new InvalidValueException(
                  "-Type " + type + " is not looked up here; A, AAAA, MX and TLSA are");
        };
    if (status == Answer.Status.NON_EXISTENT) {
      throw new InvalidValueException(typed + " : DNS name does not exist");
    }
    if (status == Answer.Status.NULL_MX) {
      rows.add(new String[] {typed, "MX", ".", "0"});
    }
    show(type, rows);
  }

  private static Answer.Status mx(Resolver resolver, DomainName name, List<String[]> rows) {
    Answer<DnsRecord.Mx> answer = resolver.mx(name);
    answer
        .items()
        .forEach(
            mx ->
                rows.add(
                    new String[] {
                      name.ascii(), "MX", mx.exchange().ascii(), String.valueOf(mx.preference())
                    }));
    return answer.status();
  }

  private static Answer.Status addresses(
      Resolver resolver, DomainName name, String type, List<String[]> rows) {
    Answer<IpAddress> answer = resolver.addresses(name);
    for (IpAddress address : answer.items()) {
      String kind = address.toString().indexOf(':') < 0 ? "A" : "AAAA";
      if (type.contains("_") || kind.equals(type)) {
        rows.add(new String[] {name.ascii(), kind, address.toString(), ""});
      }
    }
    return answer.status();
  }

  private static Answer.Status tlsa(Resolver resolver, String name, List<String[]> rows) {
    String[] parts = name.split("\\.", 3);
    if (parts.length < 3 || !parts[0].matches("_[0-9]{1,5}") || !parts[1].equals("_tcp")) {
      throw new InvalidValueException("a TLSA name is like _25._tcp.mx.contoso.com");
    }
    Answer<DnsRecord.Tlsa> answer =
        resolver.tlsa(DomainName.parse(parts[2]), Integer.parseInt(parts[0].substring(1)));
    for (DnsRecord.Tlsa tlsa : answer.items()) {
      rows.add(
          new String[] {
            name,
            "TLSA",
            tlsa.usage() + " " + tlsa.selector() + " " + tlsa.matching(),
            tlsa.certificate().map(c -> c.name()).orElse("other data")
          });
    }
    return answer.status();
  }

  private void show(String type, List<String[]> rows) {
    boolean mx = type.equals("MX");
    String[] head = {
      "Name",
      "Type",
      mx ? "NameExchange" : type.equals("TLSA") ? "Data" : "IPAddress",
      mx ? "Preference" : type.equals("TLSA") ? "Certificate" : ""
    };
    int[] width = new int[4];
    rows.add(0, head);
    for (String[] row : rows) {
      for (int i = 0; i < 4; i++) {
        width[i] = Math.max(width[i], row[i].length());
      }
    }
    String[] line = new String[4];
    for (int i = 0; i < 4; i++) {
      line[i] = "-".repeat(head[i].length());
    }
    rows.add(1, line);
    for (String[] row : rows) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        text.append(row[i]).append(" ".repeat(width[i] - row[i].length() + 2));
      }
      prompt.show(text.toString().stripTrailing());
    }
  }
}
