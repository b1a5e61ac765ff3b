package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.hash.Hashing;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.MtaStsFault;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes {@code dns}. */
final class DnsDecoder {
  private static final String STS_RECORD = "v=STSv1";
  private static final String STS_LABEL = "_mta-sts.";

  private final Certificates certificates;
  private final Problems problems;
  private final Problems warnings;
  private final Map<DomainName, MtaStsFault> faults = new LinkedHashMap<>();
  private final ListMultimap<DomainName, DnsRecord> records =
      MultimapBuilder.linkedHashKeys().arrayListValues().build();

  private DnsDecoder(Certificates certificates, Problems problems, Problems warnings) {
    this.certificates = certificates;
    this.problems = problems;
    this.warnings = warnings;
  }

  static Zone decode(
      Optional<Located> dns, Certificates certificates, Problems problems, Problems warnings) {
    return dns.flatMap(value -> Fields.of(value, problems))
        .map(fields -> new DnsDecoder(certificates, problems, warnings).zone(fields))
        .orElse(Zone.EMPTY);
  }

  private record Policy(Spot spot, String text) {}

  private Zone zone(Fields fields) {
    fields.raw("records").ifPresent(this::readRecords);
    ImmutableSet<DomainName> signed =
        fields.optional("signed", Decoders.set(DnsDecoder::signedZone), ImmutableSet.of());
    ImmutableSet<DomainName> bogus =
        fields.optional("bogus", Decoders.set(DnsDecoder::signedZone), ImmutableSet.of());
    ImmutableMap<DomainName, Policy> policies =
        fields.optional(
            "mtaSts", Decoders.map(DomainName::parse, DnsDecoder::policy), ImmutableMap.of());
    fields.noOthers();

    ImmutableMap.Builder<DomainName, MtaStsPolicy> found = ImmutableMap.builder();
    policies.forEach(
        (domain, policy) -> publish(domain, policy).ifPresent(p -> found.put(domain, p)));
    announced(policies.keySet());
    return new Zone(
        ImmutableListMultimap.copyOf(records),
        signed,
        bogus,
        found.buildOrThrow(),
        ImmutableMap.copyOf(faults));
  }

  /** A domain that announces a policy and serves none. */
  private void announced(Set<DomainName> served) {
    for (DomainName owner : ImmutableList.copyOf(records.keySet())) {
      boolean announces = owner.ascii().startsWith(STS_LABEL) && !stsRecords(owner).isEmpty();
      DomainName domain = owner.parent();
      if (announces && !served.contains(domain)) {
        faults.put(
            domain,
            new MtaStsFault(MtaStsFault.Kind.NOT_FETCHED, "there is no policy file to fetch"));
      }
    }
  }

  private void readRecords(Located value) {
    if (!(value instanceof Located.Arr lines)) {
      Decoders.wrongType("an array of zone-file lines", value, problems);
      return;
    }
    ZoneLines reader =
        new ZoneLines(() -> new ZoneReader(certificates, problems, warnings, this::add), this::add);
    StringBuilder open = new StringBuilder();
    for (Located line : lines.items()) {
      Optional<String> text = Decoders.TEXT.decode(line, problems);
      if (text.isPresent()) {
        open.append(open.length() == 0 ? "" : "\n").append(text.get());
        if (Parentheses.areClosed(open)) {
          reader.line(open.toString(), line);
          open.setLength(0);
        }
      }
    }
    if (open.length() > 0) {
      problems.add(value.spot(), "a parenthesis in the zone-file lines is never closed");
    }
  }

  /** A repeated record counts once (RFC 2181 5). */
  private void add(DnsRecord record) {
    List<DnsRecord> before = records.get(record.owner());
    if (!before.contains(record)) {
      before.add(record);
    }
  }

  private static Optional<DomainName> signedZone(Located value, Problems problems) {
    return Trees.text(value).filter("."::equals).isPresent()
        ? Optional.of(DomainName.ROOT)
        : Decoders.DOMAIN.decode(value, problems);
  }

  private static Optional<Policy> policy(Located value, Problems problems) {
    if (!(value instanceof Located.Text) && !(value instanceof Located.Arr)) {
      return Decoders.wrongType("a policy file's text or its lines", value, problems);
    }
    Optional<String> text =
        value instanceof Located.Text one
            ? Optional.of(one.text())
            : Decoders.list(Decoders.TEXT)
                .decode(value, problems)
                .map(lines -> String.join("\n", lines));
    return text.map(t -> new Policy(value.spot(), t));
  }

  private Optional<MtaStsPolicy> publish(DomainName domain, Policy policy) {
    MtaStsText parsed = MtaStsText.parse(policy.text());
    if (parsed.policy().isEmpty()) {
      warnings.add(
          policy.spot(),
          "this MTA-STS policy counts as none: " + parsed.fault(),
          "correct it, or leave it if that is the point");
      faults.put(domain, new MtaStsFault(MtaStsFault.Kind.INVALID, parsed.fault()));
    }
    DomainName owner = DomainName.parse(STS_LABEL + domain);
    ImmutableList<String> own = stsRecords(owner);
    if (own.isEmpty()) {
      String id =
          Hashing.murmur3_128().hashString(policy.text(), StandardCharsets.UTF_8).toString();
      records.put(owner, new DnsRecord.Txt(owner, STS_RECORD + "; id=" + id + ";"));
    } else if (own.size() > 1) {
      warnings.add(
          policy.spot(),
          "`" + owner + "` has " + own.size() + " records `v=STSv1`, so the policy does not count",
          "leave one");
      faults.put(
          domain,
          new MtaStsFault(
              MtaStsFault.Kind.INVALID, owner + " has " + own.size() + " records `v=STSv1`"));
      return Optional.empty();
    }
    return parsed.policy();
  }

  private ImmutableList<String> stsRecords(DomainName owner) {
    return records.get(owner).stream()
        .filter(DnsRecord.Txt.class::isInstance)
        .map(DnsRecord.Txt.class::cast)
        .map(DnsRecord.Txt::text)
        .filter(text -> text.equals(STS_RECORD) || text.startsWith(STS_RECORD + ";"))
        .collect(ImmutableList.toImmutableList());
  }
}
