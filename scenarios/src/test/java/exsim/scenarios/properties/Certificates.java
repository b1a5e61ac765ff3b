package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;
import exsim.model.tls.Certificate.KeyType;
import exsim.model.tls.Certificate.State;
import exsim.model.tls.Certificate.Validity;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Certificates good and bad, and protocol versions. */
final class Certificates {
  private Certificates() {}

  static Arbitrary<Certificate> any() {
    return Combinators.combine(subjects(), issuers(), validities(), states())
        .as(
            (subject, issuer, validity, state) ->
                new Certificate(
                    subject + "/" + issuer.trustName() + "/" + validity + "/" + state,
                    "CN=" + subject,
                    ImmutableList.of(DomainPattern.parse(subject)),
                    issuer,
                    validity,
                    KeyType.RSA,
                    "SHA256",
                    state));
  }

  private static Arbitrary<String> subjects() {
    return Arbitraries.of(
        "mx1.example", "mx2.example", "ex1.example", "*.example", "a.example", "b.example");
  }

  private static Arbitrary<Issuer> issuers() {
    Issuer authority = new Issuer(Issuer.PUBLIC, "CN=Public CA");
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(authority)),
        Tuple.of(1, Arbitraries.just(new Issuer(Issuer.SELF, "CN=self"))),
        Tuple.of(1, Arbitraries.just(new Issuer("corp", "CN=Corporate CA"))));
  }

  private static Arbitrary<Validity> validities() {
    return Arbitraries.of(
        Validity.ALWAYS,
        new Validity(Optional.empty(), Optional.of(Names.START.minusSeconds(1))),
        new Validity(Optional.of(Names.START.plusSeconds(3600)), Optional.empty()),
        new Validity(Optional.empty(), Optional.of(Names.START.plusSeconds(3600))));
  }

  private static Arbitrary<State> states() {
    return Arbitraries.of(
        State.SOUND,
        new State(false, true, Certificate.Revocation.GOOD),
        new State(true, true, Certificate.Revocation.REVOKED));
  }

  static Arbitrary<ImmutableSet<TlsVersion>> versions() {
    return Arbitraries.of(
        ImmutableSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3),
        ImmutableSet.of(TlsVersion.TLS_1_2),
        ImmutableSet.of(TlsVersion.TLS_1_0),
        ImmutableSet.of(TlsVersion.TLS_1_3));
  }

  static Arbitrary<TrustStore> trusts() {
    return Arbitraries.of(
        TrustStore.PUBLIC,
        new TrustStore(ImmutableSet.of("corp"), ImmutableSet.of()),
        new TrustStore(ImmutableSet.of(), ImmutableSet.of("CN=Public CA")));
  }
}
