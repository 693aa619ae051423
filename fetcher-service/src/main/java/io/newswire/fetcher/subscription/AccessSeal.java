package io.newswire.fetcher.subscription;

import io.newswire.fetcher.kafka.EventJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Seals the credentials of a feed with AES-256-GCM (NIST SP 800-38D), so that readers of the feeds
 * topic learn nothing from it. The feed id is authenticated with it: what was sealed for one feed
 * is of no use in another's subscription.
 */
public final class AccessSeal {

  private static final String PREFIX = "v1:";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final @Nullable SecretKey key;
  private final SecureRandom random = new SecureRandom();
  private final EventJson json = new EventJson();

  /**
   * @param key base64 of 32 bytes, or null where no feed needs credentials
   * @throws IllegalArgumentException where the key is something else
   */
  public AccessSeal(@Nullable String key) {
    this.key = key == null || key.isBlank() ? null : secretKey(key.strip());
  }

  /**
   * Returns the sealed form.
   *
   * @throws AccessKeyMissingException where there is no key to seal with
   */
  public String seal(String feedId, FeedAccess access) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, feedId);
      byte[] sealed = cipher.doFinal(json.write(access));
      byte[] both =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return PREFIX + Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws AccessKeyMissingException where there is no key, or it is not the one it was sealed
   *     with
   */
  public FeedAccess open(String feedId, @Nullable String sealed) {
    if (sealed == null) {
      return FeedAccess.NONE;
    }
    try {
      if (!sealed.startsWith(PREFIX)) {
        throw new AccessKeyMissingException("The credentials of the feed are in an unknown form");
      }
      byte[] both = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
      if (both.length <= NONCE_BYTES) {
        throw new AccessKeyMissingException("The credentials of the feed are cut short");
      }
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, feedId);
      byte[] opened = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return json.read(opened, FeedAccess.class);
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
      throw new AccessKeyMissingException(
          "The credentials of the feed were sealed with another newswire.access-key");
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String feedId) throws GeneralSecurityException {
    if (key == null) {
      throw new AccessKeyMissingException(
          "Credentials are kept sealed: set newswire.access-key to base64 of 32 random bytes");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(feedId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey secretKey(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("newswire.access-key is not base64");
    }
    if (bytes.length != 32) {
      throw new IllegalArgumentException(
          "newswire.access-key has " + bytes.length + " bytes, AES-256 needs 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
