package exsim.scenarios.create;

import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import java.util.Locale;

/**
 * What can be chosen of a hybrid.
 *
 * @param domain the domain that both sides share
 * @param tenant the tenant's initial domain
 * @param host the name on the certificate, where the own side takes mail of the cloud
 * @param version of the Exchange servers on-premises
 * @param mx what the MX record names
 * @param centralized whether centralized mail transport is on
 * @param edge whether an Edge Transport server stands in between
 */
public record HybridOptions(
    DomainName domain,
    DomainName tenant,
    DomainName host,
    String version,
    Mx mx,
    boolean centralized,
    boolean edge) {
  /** The versions that the wizard treats alike. */
  public static final ImmutableSet<String> VERSIONS = ImmutableSet.of("2013", "2016", "2019", "SE");

  private static final DomainName MICROSOFT = DomainName.parse("onmicrosoft.com");
  private static final DomainName EXAMPLE = DomainName.parse("example");

  /** What the MX record names. */
  public enum Mx {
    /** Exchange Online. */
    ONLINE,
    /** The own server. */
    ONPREM,
    /** A third party's filtering service. */
    GATEWAY;

    /** The word for it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Options that go together.
   *
   * @throws InvalidValueException if a name lies where it cannot, or no scenario of this version is
   *     known
   */
  public HybridOptions {
    if (domain.labelCount() < 2 || domain.isWithin(MICROSOFT)) {
      throw new InvalidValueException(
          "`" + domain + "` is no domain of an organization's own, such as contoso.com");
    }
    if (domain.isWithin(EXAMPLE)) {
      throw new InvalidValueException("names below `example` stand for everybody else");
    }
    if (tenant.labelCount() != 3 || !tenant.isWithin(MICROSOFT)) {
      throw new InvalidValueException(
          "`" + tenant + "` is no tenant's initial domain, such as contoso.onmicrosoft.com");
    }
    if (!host.isWithin(domain) || host.equals(domain)) {
      throw new InvalidValueException("`" + host + "` is no host in `" + domain + "`");
    }
    if (!VERSIONS.contains(version)) {
      throw new InvalidValueException(
          "`"
              + version
              + "` is none of "
              + String.join(", ", VERSIONS)
              + "; the wizard makes other objects elsewhere");
    }
  }

  /** The tenant's initial domain for a name with or without {@code .onmicrosoft.com}. */
  public static DomainName tenant(String name) {
    return DomainName.parse(name.contains(".") ? name : name + "." + MICROSOFT);
  }

  /** The domain that mail for mailboxes in the cloud is addressed to. */
  DomainName coexistence() {
    String name = tenant.ascii().substring(0, tenant.ascii().indexOf('.'));
    return DomainName.parse(name + ".mail." + MICROSOFT);
  }
}
