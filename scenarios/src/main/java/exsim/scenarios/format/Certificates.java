package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.util.Optional;

/**
 * The certificates of a scenario.
 *
 * @param sound those that could be decoded, by name
 * @param declared all names, also of those that could not
 */
record Certificates(ImmutableMap<String, Certificate> sound, ImmutableSet<String> declared) {
  /** The issuer's subject of certificates that everybody trusts, unless they state another. */
  static final String PUBLIC_CA = "CN=Public CA";

  /** A reference to a certificate; one that does not exist is reported. */
  Decoder<Certificate> reference() {
    return (value, problems) ->
        Decoders.TEXT.decode(value, problems).flatMap(name -> find(name, value, problems));
  }

  /** The certificate of a name; one that does not exist is reported at the value. */
  Optional<Certificate> find(String name, Located value, Problems problems) {
    if (!declared.contains(name)) {
      problems.add(
          value.spot(),
          "there is no certificate `" + name + "`",
          declared.isEmpty()
              ? "describe it under `certificates`"
              : Suggestion.help(name, declared));
    }
    return Optional.ofNullable(sound.get(name));
  }

  /** The certificate of a host that states none: a public one for its name. */
  static Certificate publicFor(DomainName host) {
    return new Certificate(
        host.ascii(),
        "CN=" + host,
        ImmutableList.of(new DomainPattern(DomainPattern.Kind.EXACT, host)),
        new Certificate.Issuer(Certificate.Issuer.PUBLIC, PUBLIC_CA),
        Certificate.Validity.ALWAYS,
        Certificate.KeyType.RSA,
        "SHA256",
        Certificate.State.SOUND);
  }
}
