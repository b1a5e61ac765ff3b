package exsim.model.tls;

import com.google.common.collect.ImmutableSet;

/**
 * The roots that a system trusts.
 *
 * @param added issuers trusted besides {@code public}, by the name that scenarios give them
 * @param lacking subjects of public issuers that are not trusted here, because their root is not
 *     installed
 * @param refusesSha1 whether a certificate signed with SHA-1 is not accepted
 * @param needsRevocationList whether a certificate whose revocation list is out of reach is not
 *     accepted
 */
public record TrustStore(
    ImmutableSet<String> added,
    ImmutableSet<String> lacking,
    boolean refusesSha1,
    boolean needsRevocationList) {
  /** Every public issuer and no other. */
  public static final TrustStore PUBLIC = new TrustStore(ImmutableSet.of(), ImmutableSet.of());

  /** Roots, whatever their certificates are signed with. */
  public TrustStore(ImmutableSet<String> added, ImmutableSet<String> lacking) {
    this(added, lacking, false, false);
  }

  /** The same roots without certificates signed with SHA-1. */
  public TrustStore refusingSha1() {
    return new TrustStore(added, lacking, true, needsRevocationList);
  }

  /** The same roots, whose certificates count only where a revocation list can be asked. */
  public TrustStore needingRevocationLists() {
    return new TrustStore(added, lacking, refusesSha1, true);
  }

  /** Whether a chain that ends at an issuer is trusted. */
  public boolean anchors(Certificate.Issuer issuer) {
    return issuer.trustName().equals(Certificate.Issuer.PUBLIC)
        ? !lacking.contains(issuer.subject())
        : added.contains(issuer.trustName());
  }
}
