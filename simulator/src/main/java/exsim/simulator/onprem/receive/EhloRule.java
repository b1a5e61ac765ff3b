package exsim.simulator.onprem.receive;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector.Keyword;
import exsim.model.onprem.TransportService;
import exsim.simulator.onprem.receive.EhloKeywords.Facts;
import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/**
 * The keywords of Exchange's EHLO reply, in the order in which Exchange prints them.
 *
 * <p>What servers of one organization list for each other alone (XPROXY and its kin) is left out:
 * no source gives the whole family or its place.
 */
public enum EhloRule implements StatedRule {
  /** SIZE. */
  SIZE(
      Statement.documented(
          "KEY-001",
          "SIZE is listed with MaxMessageSize, bare, or not at all, as SizeEnabled says",
          "New-ReceiveConnector -SizeEnabled (EHLO position 1, RC-028, RC-029)"),
      EhloRule::size),
  /** PIPELINING. */
  PIPELINING(
      switched("KEY-002", Keyword.PIPELINING, "EHLO position 2, RC-030"), Keyword.PIPELINING),
  /** DSN. */
  DSN(switched("KEY-003", Keyword.DSN, "EHLO position 3, RC-030"), Keyword.DSN),
  /** ENHANCEDSTATUSCODES. */
  ENHANCEDSTATUSCODES(
      switched("KEY-004", Keyword.ENHANCEDSTATUSCODES, "EHLO position 4, RC-030"),
      Keyword.ENHANCEDSTATUSCODES),
  /** STARTTLS. */
  STARTTLS(
      Statement.documented(
          "KEY-005",
          "STARTTLS is listed outside TLS where AuthMechanism has Tls and a certificate was found",
          "Receive connectors; Inbound STARTTLS certificates (EHLO position 5, EHLO-013, EHLO-015)"),
      f -> !f.session().secure() && f.startTls(),
      "STARTTLS"),
  /** X-ANONYMOUSTLS. */
  X_ANONYMOUSTLS(
      Statement.documented(
          "KEY-006",
          "X-ANONYMOUSTLS is listed outside TLS where AuthMechanism has ExchangeServer,"
              + " SuppressXAnonymousTls is off and the internal transport certificate is there",
          "Inbound Anonymous TLS certificates (EHLO position 6, EHLO-013, ANON-003, RC-023)"),
      f -> !f.session().secure() && f.anonymousTls(),
      "X-ANONYMOUSTLS"),
  /** AUTH. */
  AUTH(
      Statement.documented(
          "KEY-007",
          "AUTH lists GSSAPI and NTLM for Integrated and LOGIN for BasicAuth, the latter inside"
              + " TLS only where AuthMechanism has BasicAuthRequireTLS",
          "New-ReceiveConnector -EnableAuthGSSAPI (EHLO position 7, EHLO-010, RC-024)"),
      f -> mechanisms(f).isEmpty() ? "" : "AUTH " + Joiner.on(' ').join(mechanisms(f))),
  /** No AUTH. */
  NO_AUTH(
      Statement.assumed(
          "KEY-008",
          "there is no AUTH line where no mechanism would stand on it",
          "no source shows such a connector of Exchange Server (EHLO-011)"),
      f -> ""),
  /** X-EXPS. */
  X_EXPS(
      Statement.observed(
          "KEY-009",
          "X-EXPS is listed where AuthMechanism has ExchangeServer, with EXCHANGEAUTH in front"
              + " after X-ANONYMOUSTLS",
          "protocol logs (EHLO position 8, EHLO-012)"),
      f ->
          !f.has(AuthMechanism.EXCHANGE_SERVER)
              ? ""
              : f.anonymous() ? "X-EXPS EXCHANGEAUTH GSSAPI NTLM" : "X-EXPS GSSAPI NTLM"),
  /** X-EXCHANGEAUTH. */
  X_EXCHANGEAUTH(
      Statement.observed(
          "KEY-010",
          "X-EXCHANGEAUTH SHA256 is listed after X-ANONYMOUSTLS only",
          "protocol log of an Exchange 2010 receiver (EHLO position 9)"),
      f -> f.has(AuthMechanism.EXCHANGE_SERVER) && f.anonymous(),
      "X-EXCHANGEAUTH SHA256"),
  /** 8BITMIME. */
  EIGHTBITMIME(
      switched("KEY-011", Keyword.EIGHTBITMIME, "EHLO position 10, RC-030"),
      f -> f.on(Keyword.EIGHTBITMIME),
      "8BITMIME"),
  /** BINARYMIME. */
  BINARYMIME(
      Statement.documented(
          "KEY-012",
          "BINARYMIME is listed where BinaryMimeEnabled and ChunkingEnabled are on",
          "New-ReceiveConnector -BinaryMimeEnabled (EHLO position 11, RC-030)"),
      f -> f.on(Keyword.BINARYMIME) && f.on(Keyword.CHUNKING),
      "BINARYMIME"),
  /** CHUNKING. */
  CHUNKING(switched("KEY-013", Keyword.CHUNKING, "EHLO position 12, RC-030"), Keyword.CHUNKING),
  /** SMTPUTF8. */
  SMTPUTF8(
      Statement.observed(
          "KEY-014",
          "SMTPUTF8 is listed by Exchange 2019 and later where SmtpUtf8Enabled is on",
          "protocol logs of 2023 and 2024 (EHLO position 13, EHLO-018)"),
      f -> f.on(Keyword.SMTPUTF8) && f.version().atLeast(ExchangeVersion.E2019),
      "SMTPUTF8"),
  /** XEXCH50. */
  XEXCH50(
      Statement.documented(
          "KEY-015",
          "XEXCH50 is listed by Exchange 2010",
          "Set-TransportConfig -Xexch50Enabled (EHLO position 14)"),
      f -> f.version() == ExchangeVersion.E2010,
      "XEXCH50"),
  /** XRDST. */
  XRDST(
      Statement.observed(
          "KEY-016",
          "XRDST is listed always: no source gives a condition",
          "every protocol log of Exchange (EHLO position 15)"),
      f -> true,
      "XRDST"),
  /** XSHADOW. */
  XSHADOW(
      Statement.observed(
          "KEY-017",
          "XSHADOW is listed by Exchange 2010 to servers of its organization",
          "protocol log of an Exchange 2010 receiver (EHLO position 16)"),
      f -> f.version() == ExchangeVersion.E2010 && f.anonymous(),
      "XSHADOW"),
  /** XLONGADDR. */
  XLONGADDR(
      Statement.assumed(
          "KEY-018",
          "LongAddressesEnabled of {connector} lists XLONGADDR, taken to stand behind the others",
          "New-ReceiveConnector -LongAddressesEnabled gives no place (RC-031)"),
      f -> f.on(Keyword.XLONGADDR) && f.connector().service() == TransportService.HUB,
      "XLONGADDR"),
  /** XORAR. */
  XORAR(
      Statement.assumed(
          "KEY-019",
          "OrarEnabled of {connector} lists XORAR, taken to stand behind the others",
          "New-ReceiveConnector -OrarEnabled gives no place (RC-032)"),
      Keyword.XORAR);

  private final Statement statement;
  private final Line line;

  /** What a row puts on the wire; empty where it is not listed. */
  @Immutable
  @FunctionalInterface
  private interface Line {
    String of(Facts facts);
  }

  /** When a row without a value is listed. */
  @Immutable
  @FunctionalInterface
  private interface Listed {
    boolean in(Facts facts);
  }

  EhloRule(Statement statement, Line line) {
    this.statement = statement;
    this.line = line;
  }

  EhloRule(Statement statement, Listed listed, String text) {
    this(statement, f -> listed.in(f) ? text : "");
  }

  EhloRule(Statement statement, Keyword keyword) {
    this(statement, f -> f.on(keyword), keyword.name());
  }

  private static Statement switched(String id, Keyword keyword, String source) {
    String word = keyword == Keyword.EIGHTBITMIME ? "8BITMIME" : keyword.name();
    return Statement.documented(
        id,
        word + " is listed where " + keyword.property() + " is on",
        "New-ReceiveConnector -" + keyword.property() + " (" + source + ")");
  }

  private static String size(Facts facts) {
    return switch (facts.connector().extensions().size()) {
      case ENABLED -> "SIZE " + facts.connector().extensions().maxMessageSize();
      case ENABLED_WITHOUT_VALUE -> "SIZE";
      case DISABLED -> "";
    };
  }

  private static ImmutableList<String> mechanisms(Facts facts) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    if (facts.has(AuthMechanism.INTEGRATED)) {
      if (facts.connector().extensions().enableAuthGssapi()) {
        words.add("GSSAPI");
      }
      words.add("NTLM");
    }
    boolean basic =
        facts.has(AuthMechanism.BASIC_AUTH)
            && (facts.session().secure() || !facts.has(AuthMechanism.BASIC_AUTH_REQUIRE_TLS));
    return basic ? words.add("LOGIN").build() : words.build();
  }

  /** The line; empty where it is not listed. */
  String line(Facts facts) {
    return line.of(facts);
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
