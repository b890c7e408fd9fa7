# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT

# Usage: ruby ruby_post.rb URL CA-FILE SECRET-FILE length|chunked BODY…
# Posts each body, signed as Smile signs, to URL/NAME.

require 'base64'
require 'net/http'
require 'openssl'
require 'stringio'

url, ca, secret_file, framing, *bodies = ARGV
secret = File.binread(secret_file)
bodies.each do |name|
  body = File.binread(name)
  uri = URI("#{url}/#{File.basename(name)}")
  timestamp = Time.now.to_i.to_s
  digest = OpenSSL::HMAC.digest('SHA256', secret, "#{timestamp}.".b + body)
  request = Net::HTTP::Post.new(uri)
  request['Content-Type'] = 'application/json'
  request['Smile-Timestamp'] = timestamp
  request['Smile-Signature'] = Base64.strict_encode64(digest)
  request['x-ODD-Case'] = 'kept'
  request['X-Bytes'] = "caf\xE9 \xFF".b
  if framing == 'chunked'
    request['Transfer-Encoding'] = 'chunked'
    request.body_stream = StringIO.new(body)
  else
    request.body = body
  end
  Net::HTTP.start(uri.hostname, uri.port, use_ssl: true, ca_file: ca, read_timeout: 60) do |http|
    answer = http.request(request)
    raise "status #{answer.code}" unless answer.code == '200'
  end
end
