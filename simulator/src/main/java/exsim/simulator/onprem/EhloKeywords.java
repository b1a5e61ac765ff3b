package exsim.simulator.onprem;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ReceiveConnector.Extensions;
import exsim.model.onprem.ReceiveConnector.Keyword;
import exsim.simulator.smtp.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keywords of Exchange's EHLO reply, in the order in which Exchange prints them. */
final class EhloKeywords {
  private EhloKeywords() {}

  /**
   * The keywords.
   *
   * @param startTls whether a certificate for STARTTLS was found
   * @param anonymousTls whether X-ANONYMOUSTLS can be offered
   */
  static ImmutableList<String> of(
      ReceiveConnector connector,
      ExchangeVersion version,
      Session session,
      boolean startTls,
      boolean anonymousTls) {
    Extensions extensions = connector.extensions();
    Set<Keyword> on = extensions.keywords();
    Set<AuthMechanism> auth = connector.security().authMechanism();
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    switch (extensions.size()) {
      case ENABLED -> lines.add("SIZE " + extensions.maxMessageSize());
      case ENABLED_WITHOUT_VALUE -> lines.add("SIZE");
      case DISABLED -> {}
    }
    for (Keyword keyword :
        ImmutableList.of(Keyword.PIPELINING, Keyword.DSN, Keyword.ENHANCEDSTATUSCODES)) {
      if (on.contains(keyword)) {
        lines.add(keyword.name());
      }
    }
    if (!session.secure() && startTls) {
      lines.add("STARTTLS");
    }
    if (!session.secure() && anonymousTls) {
      lines.add("X-ANONYMOUSTLS");
    }
    String mechanisms = mechanisms(connector, session.secure());
    if (!mechanisms.isEmpty()) {
      lines.add("AUTH " + mechanisms);
    }
    if (auth.contains(AuthMechanism.EXCHANGE_SERVER)) {
      boolean anonymous = session.secured().map(s -> s.anonymous()).orElse(false);
      lines.add(anonymous ? "X-EXPS EXCHANGEAUTH GSSAPI NTLM" : "X-EXPS GSSAPI NTLM");
      if (anonymous) {
        lines.add("X-EXCHANGEAUTH SHA256");
      }
    }
    if (on.contains(Keyword.EIGHTBITMIME)) {
      lines.add("8BITMIME");
    }
    if (on.contains(Keyword.BINARYMIME) && on.contains(Keyword.CHUNKING)) {
      lines.add("BINARYMIME");
    }
    if (on.contains(Keyword.CHUNKING)) {
      lines.add("CHUNKING");
    }
    if (on.contains(Keyword.SMTPUTF8) && version.atLeast(ExchangeVersion.E2019)) {
      lines.add("SMTPUTF8");
    }
    if (version == ExchangeVersion.E2010) {
      lines.add("XEXCH50");
    }
    return lines.add("XRDST").build();
  }

  private static String mechanisms(ReceiveConnector connector, boolean secure) {
    Set<AuthMechanism> auth = connector.security().authMechanism();
    List<String> words = new ArrayList<>();
    if (auth.contains(AuthMechanism.INTEGRATED)) {
      if (connector.extensions().enableAuthGssapi()) {
        words.add("GSSAPI");
      }
      words.add("NTLM");
    }
    boolean basic =
        auth.contains(AuthMechanism.BASIC_AUTH)
            && (secure || !auth.contains(AuthMechanism.BASIC_AUTH_REQUIRE_TLS));
    if (basic) {
      words.add("LOGIN");
    }
    return Joiner.on(' ').join(words);
  }
}
