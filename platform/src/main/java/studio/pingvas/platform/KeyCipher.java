package studio.pingvas.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets under the master key by AES-256-GCM: a nonce, then the sealed bytes. The name (of a
 * key: its kid) is authenticated with them, so that a row cannot be passed off as another.
 */
public final class KeyCipher {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey masterKey;
    private final SecureRandom random = new SecureRandom();

    public KeyCipher(byte[] masterKey) {
        this.masterKey = new SecretKeySpec(masterKey, "AES");
    }

    public byte[] seal(String name, byte[] secret) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(secret);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * @throws GeneralSecurityException if the master key is another, or the row was tampered with
     */
    public byte[] open(String name, byte[] sealed) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, name, sealed)
                .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, masterKey, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
