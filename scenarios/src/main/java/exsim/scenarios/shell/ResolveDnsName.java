package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.scenarios.powershell.CommandLine;
import exsim.simulator.dns.Answer;
import exsim.simulator.dns.Resolver;

/** {@code Resolve-DnsName}: what the scenario's DNS answers. */
final class ResolveDnsName implements Shell.Tool {
  private static final String MTA_STS = "_mta-sts.";
  private static final String TYPES = "A, AAAA, CNAME, MX, TLSA and TXT";

  private final Shell shell;
  private final Workbench bench;
  private final Prompt prompt;

  ResolveDnsName(Shell shell, Workbench bench, Prompt prompt) {
    this.shell = shell;
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("Resolve-DnsName", "nslookup");
  }

  @Override
  public String summary() {
    return "ask the DNS: Resolve-DnsName contoso.com -Type MX; " + TYPES;
  }

  @Override
  public ImmutableList<String> parameters() {
    return ImmutableList.of("Name", "Type", "Server");
  }

  @Override
  public void run(CommandLine.Call call) {
    Arguments arguments = new Arguments(call, "Name", "Type", "Server");
    String name = arguments.required("Name");
    String type = Ascii.toUpperCase(arguments.text("Type").orElse("A_AAAA"));
    Resolver resolver = bench.simulation().resolver(bench.now());
    switch (type) {
      case "MX" -> mx(name, resolver.mx(DomainName.parse(name)));
      case "A", "AAAA", "A_AAAA" -> addresses(name, type, resolver);
      case "CNAME" -> aliases(name);
      case "TLSA" -> tlsa(name, resolver);
      case "TXT" -> texts(name, resolver);
      default ->
          throw new InvalidValueException(
              "-Type " + type + " is not looked up here; " + TYPES + " are");
    }
  }

  private void mx(String name, Answer<DnsRecord.Mx> answer) {
    Rows rows = rows("NameExchange", "Preference");
    exists(name, answer.status());
    for (DnsRecord.Mx mx : answer.items()) {
      rows.add(name, "MX", mx.exchange().ascii(), String.valueOf(mx.preference()));
    }
    if (answer.status() == Answer.Status.NULL_MX) {
      rows.add(name, "MX", ".", "0");
    }
    shell.print(rows);
  }

  private void addresses(String name, String type, Resolver resolver) {
    Rows rows = rows("IPAddress");
    Answer<IpAddress> answer = resolver.addresses(DomainName.parse(name));
    exists(name, answer.status());
    for (IpAddress address : answer.items()) {
      String kind = address.toString().indexOf(':') < 0 ? "A" : "AAAA";
      if (type.contains("_") || kind.equals(type)) {
        rows.add(name, kind, address.toString());
      }
    }
    shell.print(rows);
  }

  private void aliases(String name) {
    Rows rows = rows("NameHost");
    DomainName owner = DomainName.parse(name);
    for (DnsRecord.Cname alias : zone().records(owner, DnsRecord.Cname.class)) {
      rows.add(name, "CNAME", alias.target().ascii());
    }
    exists(name, zone().exists(owner) ? Answer.Status.FOUND : Answer.Status.NON_EXISTENT);
    shell.print(rows);
  }

  private void texts(String name, Resolver resolver) {
    Rows rows = rows("Strings");
    DomainName owner = DomainName.parse(name);
    for (DnsRecord.Txt text : zone().records(owner, DnsRecord.Txt.class)) {
      rows.add(name, "TXT", "{" + text.text() + "}");
    }
    boolean sts = Ascii.toLowerCase(name).startsWith(MTA_STS);
    boolean policy =
        sts
            && resolver
                .mtaStsPolicy(DomainName.parse(name.substring(MTA_STS.length())))
                .isPresent();
    if (policy && !zone().exists(owner)) {
      prompt.complain(
          "the scenario has an MTA-STS policy of this domain and states no TXT record for it");
    } else {
      exists(name, zone().exists(owner) ? Answer.Status.FOUND : Answer.Status.NON_EXISTENT);
    }
    shell.print(rows);
  }

  private void tlsa(String name, Resolver resolver) {
    String[] parts = name.split("\\.", 3);
    if (parts.length < 3 || !parts[0].matches("_[0-9]{1,5}") || !parts[1].equals("_tcp")) {
      throw new InvalidValueException("a TLSA name is like _25._tcp.mx.contoso.com");
    }
    Rows rows =
        Rows.of(
            "DnsRecord",
            ImmutableList.of(
                "Name",
                "Type",
                "CertificateUsage",
                "Selector",
                "MatchingType",
                "CertificateAssociationData"),
            ImmutableList.of());
    Answer<DnsRecord.Tlsa> answer =
        resolver.tlsa(DomainName.parse(parts[2]), Integer.parseInt(parts[0].substring(1)));
    exists(name, answer.status());
    for (DnsRecord.Tlsa tlsa : answer.items()) {
      rows.add(
          name,
          "TLSA",
          String.valueOf(tlsa.usage()),
          String.valueOf(tlsa.selector()),
          String.valueOf(tlsa.matching()),
          tlsa.certificate().map(c -> c.name()).orElse("other data"));
    }
    shell.print(rows);
  }

  private static void exists(String name, Answer.Status status) {
    if (status == Answer.Status.NON_EXISTENT) {
      throw new InvalidValueException(name + " : DNS name does not exist");
    }
  }

  private Zone zone() {
    return Places.topology(bench.scenario(), bench.now()).zone();
  }

  private static Rows rows(String... properties) {
    ImmutableList<String> all =
        ImmutableList.<String>builder().add("Name", "Type").add(properties).build();
    return Rows.of("DnsRecord", all, all);
  }
}
