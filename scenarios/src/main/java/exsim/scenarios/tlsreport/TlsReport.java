package exsim.scenarios.tlsreport;

import exsim.model.mail.DomainName;
import exsim.scenarios.json.JsonPrinter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A TLS report: what one organization found of one receiving domain in one day of UTC. */
public final class TlsReport {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();
  private static final long LAST_SECOND = 86_399;

  private final Reporter reporter;
  private final DomainName domain;
  private final LocalDate day;
  private final Map<Policy, Counts> policies = new LinkedHashMap<>();

  TlsReport(Reporter reporter, DomainName domain, LocalDate day) {
    this.reporter = reporter;
    this.domain = domain;
    this.day = day;
  }

  /** What was counted under one policy. */
  private static final class Counts {
    private int good;
    private final Map<Judged.Failure, Integer> bad = new LinkedHashMap<>();

    private int badOnes() {
      return bad.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Counts a session under every policy that judged it. */
  void add(Iterable<Judged> session) {
    for (Judged judged : session) {
      Counts counts = policies.computeIfAbsent(judged.policy(), p -> new Counts());
      if (judged.failure().isPresent()) {
        counts.bad.merge(judged.failure().get(), 1, Integer::sum);
      } else {
        counts.good++;
      }
    }
  }

  /** The name of its file (RFC 8460 5.1). */
  public String fileName() {
    long begin = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    return reporter.domain() + "!" + domain + "!" + begin + "!" + (begin + LAST_SECOND) + ".json";
  }

  /** The report as JSON (RFC 8460 4.4). */
  public String text() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(JsonPrinter.pretty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("organization-name", reporter.organization());
      json.writeName("date-range");
      json.writeStartObject();
      json.writeStringProperty("start-datetime", day + "T00:00:00Z");
      json.writeStringProperty("end-datetime", day + "T23:59:59Z");
      json.writeEndObject();
      json.writeStringProperty("contact-info", reporter.contact());
      json.writeStringProperty("report-id", day + "T00:00:00Z+" + domain);
      json.writeName("policies");
      json.writeStartArray();
      policies.forEach((policy, counts) -> write(json, policy, counts));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Policy policy, Counts counts) {
    json.writeStartObject();
    json.writeName("policy");
    json.writeStartObject();
    json.writeStringProperty("policy-type", policy.type().text());
    strings(json, "policy-string", policy.lines());
    json.writeStringProperty("policy-domain", policy.domain().ascii());
    strings(json, "mx-host", policy.mxHosts());
    json.writeEndObject();
    json.writeName("summary");
    json.writeStartObject();
    json.writeNumberProperty("total-successful-session-count", counts.good);
    json.writeNumberProperty("total-failure-session-count", counts.badOnes());
    json.writeEndObject();
    if (!counts.bad.isEmpty()) {
      json.writeName("failure-details");
      json.writeStartArray();
      counts.bad.forEach((failure, count) -> write(json, failure, count));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, Iterable<String> values) {
    if (values.iterator().hasNext()) {
      json.writeName(name);
      json.writeStartArray();
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, Judged.Failure failure, int count) {
    json.writeStartObject();
    json.writeStringProperty("result-type", failure.resultType());
    json.writeStringProperty("sending-mta-ip", failure.sendingIp());
    json.writeStringProperty("receiving-mx-hostname", failure.mxHost());
    failure.receivingIp().ifPresent(ip -> json.writeStringProperty("receiving-ip", ip));
    json.writeNumberProperty("failed-session-count", count);
    failure
        .information()
        .ifPresent(words -> json.writeStringProperty("failure-reason-code", words));
    json.writeEndObject();
  }
}
