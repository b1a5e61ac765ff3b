package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ReceiveConnector.Extensions;
import exsim.model.onprem.ReceiveConnector.Keyword;
import exsim.model.onprem.ReceiveConnector.SizeMode;
import exsim.model.onprem.TransportService;
import exsim.simulator.onprem.Made;
import exsim.simulator.smtp.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vectors V30 to V35 of the catalogue; V30 and V31 were captured byte for byte. */
class EhloKeywordsTest {
  private static final ReceiveConnector DEFAULT =
      Made.receive("Default Frontend", "0.0.0.0:25", "0.0.0.0-255.255.255.255");

  private static ImmutableList<String> keywords(ExchangeVersion version, Session session) {
    return of(DEFAULT, version, session, true, true);
  }

  private static ImmutableList<String> of(
      ReceiveConnector connector,
      ExchangeVersion version,
      Session session,
      boolean startTls,
      boolean anonymousTls) {
    return EhloKeywords.of(
        new EhloKeywords.Facts(connector, version, session, startTls, anonymousTls));
  }

  private static ImmutableList<String> lines(String text) {
    return ImmutableList.copyOf(Splitter.on(", ").split(text));
  }

  @Test
  void v30_before_tls() {
    assertEquals(
        lines(
            "SIZE 37748736, PIPELINING, DSN, ENHANCEDSTATUSCODES, STARTTLS, X-ANONYMOUSTLS, AUTH"
                + " NTLM, X-EXPS GSSAPI NTLM, 8BITMIME, BINARYMIME, CHUNKING, XRDST"),
        keywords(ExchangeVersion.E2016, Made.clear()));
  }

  @Test
  void v31_after_starttls() {
    assertEquals(
        lines(
            "SIZE 37748736, PIPELINING, DSN, ENHANCEDSTATUSCODES, AUTH NTLM LOGIN, X-EXPS GSSAPI"
                + " NTLM, 8BITMIME, BINARYMIME, CHUNKING, XRDST"),
        keywords(ExchangeVersion.E2016, Made.secure(false, Optional.empty())));
  }

  @Test
  void v32_without_a_certificate_starttls_alone_is_missing() {
    ImmutableList<String> with = of(DEFAULT, ExchangeVersion.E2016, Made.clear(), true, true);
    ImmutableList<String> without = of(DEFAULT, ExchangeVersion.E2016, Made.clear(), false, true);

    assertEquals(with.stream().filter(k -> !k.equals("STARTTLS")).toList(), without);
  }

  @Test
  void v34_exchange_2019_lists_smtputf8_between_chunking_and_xrdst() {
    ImmutableList<String> keywords = keywords(ExchangeVersion.E2019, Made.clear());

    assertEquals(
        ImmutableList.of("CHUNKING", "SMTPUTF8", "XRDST"),
        keywords.subList(keywords.size() - 3, keywords.size()));
  }

  @Test
  void v35_size_without_a_number() {
    ReceiveConnector bare =
        Made.receive(
            "Default EX1",
            "0.0.0.0:2525",
            DEFAULT.security().authMechanism(),
            DEFAULT.security().permissionGroups(),
            SizeMode.ENABLED_WITHOUT_VALUE,
            false,
            "0.0.0.0-255.255.255.255");

    assertEquals("SIZE", of(bare, ExchangeVersion.E2016, Made.clear(), true, true).get(0));
  }

  /** EHLO table, positions 8 and 9. */
  @Test
  void after_x_anonymoustls_the_exchange_servers_own_mechanism_comes_first() {
    ImmutableList<String> keywords =
        keywords(ExchangeVersion.E2010, Made.secure(true, Optional.empty()));

    int at = keywords.indexOf("X-EXPS EXCHANGEAUTH GSSAPI NTLM");
    assertEquals("X-EXCHANGEAUTH SHA256", keywords.get(at + 1));
    assertEquals(
        ImmutableList.of("XEXCH50", "XRDST", "XSHADOW"),
        keywords.subList(keywords.size() - 3, keywords.size()));
  }

  /** EHLO-012. */
  @Test
  void client_frontend_lists_gssapi_and_hides_login_until_tls() {
    ReceiveConnector client =
        Made.receive(
            "Client Frontend",
            "0.0.0.0:587",
            ImmutableSet.of(
                AuthMechanism.TLS,
                AuthMechanism.INTEGRATED,
                AuthMechanism.BASIC_AUTH,
                AuthMechanism.BASIC_AUTH_REQUIRE_TLS),
            ImmutableSet.of(PermissionGroup.EXCHANGE_USERS),
            SizeMode.ENABLED,
            true,
            "0.0.0.0-255.255.255.255");

    assertEquals(
        lines(
            "SIZE 37748736, PIPELINING, DSN, ENHANCEDSTATUSCODES, STARTTLS, AUTH GSSAPI NTLM,"
                + " 8BITMIME, BINARYMIME, CHUNKING, XRDST"),
        of(client, ExchangeVersion.E2016, Made.clear(), true, false));
    assertEquals(
        "AUTH GSSAPI NTLM LOGIN",
        of(client, ExchangeVersion.E2016, Made.secure(false, Optional.empty()), true, false)
            .get(4));
  }

  /** EHLO-011. */
  @Test
  void without_a_visible_mechanism_there_is_no_auth_line() {
    ReceiveConnector plain =
        Made.receive(
            "Relay",
            "0.0.0.0:25",
            ImmutableSet.of(AuthMechanism.TLS),
            ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS),
            SizeMode.DISABLED,
            false,
            "192.0.2.1");

    assertEquals(
        lines(
            "PIPELINING, DSN, ENHANCEDSTATUSCODES, STARTTLS, 8BITMIME, BINARYMIME, CHUNKING, XRDST"),
        of(plain, ExchangeVersion.E2016, Made.clear(), true, false));
  }

  /** BINARYMIME needs CHUNKING, and SMTPUTF8 needs Exchange 2019 as well as the switch. */
  @Test
  void each_switch_takes_its_own_keyword_away() {
    ImmutableList<String> all = keywords(ExchangeVersion.E2019, Made.clear());
    ImmutableMap<Keyword, String> gone =
        ImmutableMap.of(
            Keyword.PIPELINING, "PIPELINING",
            Keyword.DSN, "DSN",
            Keyword.ENHANCEDSTATUSCODES, "ENHANCEDSTATUSCODES",
            Keyword.EIGHTBITMIME, "8BITMIME",
            Keyword.BINARYMIME, "BINARYMIME",
            Keyword.SMTPUTF8, "SMTPUTF8");

    gone.forEach(
        (keyword, line) ->
            assertEquals(
                all.stream().filter(k -> !k.equals(line)).toList(),
                of(without(keyword), ExchangeVersion.E2019, Made.clear(), true, true),
                keyword::property));
    assertEquals(
        all.stream().filter(k -> !k.equals("CHUNKING") && !k.equals("BINARYMIME")).toList(),
        of(without(Keyword.CHUNKING), ExchangeVersion.E2019, Made.clear(), true, true));
  }

  private static ReceiveConnector without(Keyword keyword) {
    Extensions e = DEFAULT.extensions();
    return with(
        TransportService.FRONT_END,
        e.keywords().stream().filter(k -> k != keyword).collect(ImmutableSet.toImmutableSet()));
  }

  private static ReceiveConnector with(TransportService service, ImmutableSet<Keyword> keywords) {
    Extensions e = DEFAULT.extensions();
    return new ReceiveConnector(
        DEFAULT.name(),
        true,
        service,
        DEFAULT.bindings(),
        DEFAULT.remoteRanges(),
        DEFAULT.security(),
        DEFAULT.fqdn(),
        new Extensions(
            e.size(),
            e.maxMessageSize(),
            keywords,
            e.enableAuthGssapi(),
            e.banner(),
            e.requireEhloDomain(),
            e.maxRecipients()),
        DEFAULT.limits(),
        DEFAULT.rejections(),
        false);
  }

  /** RC-031: long addresses are the Transport service's alone. */
  @Test
  void a_front_end_never_lists_xlongaddr() {
    ImmutableSet<Keyword> rare = ImmutableSet.of(Keyword.XLONGADDR, Keyword.XORAR);

    assertEquals(
        ImmutableList.of("XRDST", "XLONGADDR", "XORAR"), last(3, with(TransportService.HUB, rare)));
    assertEquals(
        ImmutableList.of("XRDST", "XORAR"), last(2, with(TransportService.FRONT_END, rare)));
  }

  private static ImmutableList<String> last(int count, ReceiveConnector connector) {
    ImmutableList<String> lines = of(connector, ExchangeVersion.E2019, Made.clear(), true, true);
    return lines.subList(lines.size() - count, lines.size());
  }
}
