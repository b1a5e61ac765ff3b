package exsim.model.tls;

import com.google.common.collect.ImmutableSet;

/**
 * The roots that a system trusts.
 *
 * @param added issuers trusted besides {@code public}, by the name that scenarios give them
 * @param lacking subjects of public issuers that are not trusted here, because their root is not
 *     installed
 */
public record TrustStore(ImmutableSet<String> added, ImmutableSet<String> lacking) {
  /** Every public issuer and no other. */
  public static final TrustStore PUBLIC = new TrustStore(ImmutableSet.of(), ImmutableSet.of());

  /** Whether a chain that ends at an issuer is trusted. */
  public boolean anchors(Certificate.Issuer issuer) {
    return issuer.trustName().equals(Certificate.Issuer.PUBLIC)
        ? !lacking.contains(issuer.subject())
        : added.contains(issuer.trustName());
  }
}
