// npm's age-encryption as a filter: bytes in, bytes out. The first argument says what to do, the others are keys.
import { Decrypter, Encrypter, generateHybridIdentity, generateIdentity, identityToRecipient } from "age-encryption";
import { readFileSync, writeFileSync } from "node:fs";

const [work, ...keys] = process.argv.slice(2);
const out = (bytes) => writeFileSync(1, bytes);
const input = () => new Uint8Array(readFileSync(0));

async function encrypt(prepare) {
  const encrypter = new Encrypter();
  prepare(encrypter);
  out(await encrypter.encrypt(input()));
}

async function decrypt(prepare) {
  const decrypter = new Decrypter();
  prepare(decrypter);
  out(await decrypter.decrypt(input()));
}

switch (work) {
  case "identity":
    out(await generateIdentity());
    break;
  case "hybrid-identity":
    out(await generateHybridIdentity());
    break;
  case "recipient":
    out(await identityToRecipient(keys[0]));
    break;
  case "encrypt":
    await encrypt((encrypter) => keys.forEach((key) => encrypter.addRecipient(key)));
    break;
  case "decrypt":
    await decrypt((decrypter) => keys.forEach((key) => decrypter.addIdentity(key)));
    break;
  case "encrypt-passphrase":
    await encrypt((encrypter) => encrypter.setPassphrase(keys[0]));
    break;
  case "decrypt-passphrase":
    await decrypt((decrypter) => decrypter.addPassphrase(keys[0]));
    break;
  default:
    throw new Error("unknown work: " + work);
}
