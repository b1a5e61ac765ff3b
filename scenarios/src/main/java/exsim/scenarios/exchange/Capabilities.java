package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainPattern;
import exsim.model.onprem.TlsCertificateName;
import exsim.model.onprem.TlsDomainCapability;
import exsim.model.onprem.TlsDomainCapability.Peer;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads TlsDomainCapabilities, {@code domain:capability,capability}; in place of the domain, the
 * hybrid wizard of older versions wrote {@code <I>issuer<S>subject}.
 */
final class Capabilities {
  private static final ImmutableList<String> KNOWN =
      ImmutableList.of(
          "AcceptCloudServicesMail",
          "AcceptOorgProtocol",
          "AcceptOorgHeader",
          "AcceptOrgHeaders",
          "AcceptXAttrProtocol",
          "AcceptXOriginalFromProtocol",
          "AcceptXSysProbeProtocol",
          "AllowSubmit",
          "AllowTransparentSubmit");

  /** Stands for peers without TLS. */
  private static final String NO_TLS = "NO-TLS";

  static final ValueType<ImmutableList<TlsDomainCapability>> TYPE =
      new ValueType<>("a list of domain:capability", true, true, Capabilities::read);

  private Capabilities() {}

  private static ImmutableList<TlsDomainCapability> read(
      Located value, BiConsumer<Spot, String> faults) {
    ImmutableList.Builder<TlsDomainCapability> read = ImmutableList.builder();
    for (Located.Text item : joined(Printed.items(value))) {
      try {
        capability(item.text()).ifPresent(read::add);
      } catch (InvalidValueException e) {
        faults.accept(item.spot(), e.getMessage());
      }
    }
    return read.build();
  }

  /** A comma parts capabilities and names as well as entries; only an entry has a colon. */
  private static ImmutableList<Located.Text> joined(ImmutableList<Located> items) {
    List<Located.Text> joined = new ArrayList<>();
    for (Located item : items) {
      String text = Printed.text(item).orElse("");
      int last = joined.size() - 1;
      if (last >= 0 && isUnfinishedName(joined.get(last).text())) {
        Located.Text before = joined.get(last);
        joined.set(last, new Located.Text(before.spot(), before.text() + ", " + text.strip()));
      } else if (text.indexOf(':') < 0 && last >= 0) {
        Located.Text before = joined.get(last);
        joined.set(last, new Located.Text(before.spot(), before.text() + "," + text));
      } else if (!text.isEmpty()) {
        joined.add(new Located.Text(item.spot(), text));
      }
    }
    return ImmutableList.copyOf(joined);
  }

  private static boolean isUnfinishedName(String text) {
    return Ascii.toLowerCase(text).startsWith("<i>") && text.indexOf(':') < 0;
  }

  /** Empty for peers without TLS, whom a certificate's domain never names. */
  private static Optional<TlsDomainCapability> capability(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new InvalidValueException("`" + text + "` is not of the form `domain:capability`");
    }
    ImmutableList.Builder<String> capabilities = ImmutableList.builder();
    for (String name :
        Splitter.on(',').trimResults().omitEmptyStrings().split(text.substring(colon + 1))) {
      capabilities.add(known(name));
    }
    String domain = text.substring(0, colon).strip();
    return Ascii.equalsIgnoreCase(domain, NO_TLS)
        ? Optional.empty()
        : Optional.of(new TlsDomainCapability(peer(domain), capabilities.build()));
  }

  private static Peer peer(String text) {
    return text.startsWith("<")
        ? new Peer.Exactly(TlsCertificateName.parse(text))
        : new Peer.OfDomain(DomainPattern.parse(text));
  }

  private static String known(String name) {
    for (String known : KNOWN) {
      if (Ascii.equalsIgnoreCase(known, name)) {
        return known;
      }
    }
    throw new InvalidValueException(ValueTypes.notOneOf(name, KNOWN));
  }
}
